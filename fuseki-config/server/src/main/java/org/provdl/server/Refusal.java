package org.provdl.server;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer to what is not passed on to Fuseki. */
record Refusal(int status, String message) {

  /** A pause that is long enough for a few appends to end. */
  private static final String RETRY_AFTER_SECONDS = "5";

  static Refusal malformed(String message) {
    return new Refusal(HttpStatus.BAD_REQUEST_400, message);
  }

  static Refusal tooSlow() {
    return new Refusal(
        HttpStatus.REQUEST_TIMEOUT_408, "The body came too slowly. Send it faster, or in parts.");
  }

  static Refusal tooLarge() {
    return new Refusal(
        HttpStatus.PAYLOAD_TOO_LARGE_413,
        "The body is larger than " + AppendRequest.MAX_BYTES + " bytes. Send it in parts.");
  }

  static Refusal busy() {
    return new Refusal(
        HttpStatus.SERVICE_UNAVAILABLE_503, "Too much is sent at once. Come again later.");
  }

  void answer(Request request, Response response, Callback callback) {
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    Response.writeError(request, response, callback, status, message);
  }
}
