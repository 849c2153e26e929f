package org.provdl.capture;

import java.net.URI;

class GraphStoreSinkIT extends HttpSinkContract {

  @Override
  String service() {
    return "data";
  }

  @Override
  QuadSink open(URI endpoint) {
    return QuadSink.graphStore(endpoint);
  }
}
