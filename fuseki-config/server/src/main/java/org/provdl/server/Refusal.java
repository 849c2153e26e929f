package org.provdl.server;

import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer to what is not passed on to Fuseki. */
record Refusal(int status, String message, Map<HttpHeader, String> headers) {

  /** A pause that is long enough for a few appends to end. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final String CHALLENGES =
      "Basic realm=\"PROV-DL\", charset=\"UTF-8\", Bearer realm=\"PROV-DL\"";

  private Refusal(int status, String message) {
    this(status, message, Map.of());
  }

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
        HttpStatus.SERVICE_UNAVAILABLE_503,
        "Too much is sent at once. Come again later.",
        retryAfter(PAUSE));
  }

  static Refusal unknown(String message) {
    return new Refusal(
        HttpStatus.UNAUTHORIZED_401, message, Map.of(HttpHeader.WWW_AUTHENTICATE, CHALLENGES));
  }

  static Refusal forbidden(String message) {
    return new Refusal(HttpStatus.FORBIDDEN_403, message);
  }

  static Refusal tooManyLogins(Duration pause) {
    return new Refusal(
        HttpStatus.TOO_MANY_REQUESTS_429,
        "Too many logins have failed. Try again later.",
        retryAfter(pause));
  }

  private static Map<HttpHeader, String> retryAfter(Duration pause) {
    return Map.of(HttpHeader.RETRY_AFTER, Long.toString((pause.toMillis() + 999) / 1000));
  }

  void answer(Request request, Response response, Callback callback) {
    headers.forEach(response.getHeaders()::put);
    Response.writeError(request, response, callback, status, message);
  }
}
