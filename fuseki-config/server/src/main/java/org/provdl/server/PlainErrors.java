package org.provdl.server;

import org.apache.jena.fuseki.main.sys.FusekiErrorHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Errors as strangers should see them: a status and a reason, never a stack trace. */
final class PlainErrors extends FusekiErrorHandler {

  PlainErrors() {
    setShowStacks(false);
    setShowCauses(false);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    SecurityHeaders.add(response.getHeaders()); // also where a request was not understood
    return super.handle(request, response, callback);
  }
}
