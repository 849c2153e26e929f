package org.provdl.capture;

import java.net.URI;

class SparqlUpdateSinkIT extends HttpSinkContract {

  @Override
  String service() {
    return "update";
  }

  @Override
  QuadSink open(URI endpoint) {
    return QuadSink.sparqlUpdate(endpoint);
  }
}
