package org.provdl.server;

import java.io.Serial;
import java.util.Map;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.web.HttpSC;

/**
 * Why a request is not answered.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
final class Problem extends RuntimeException {

  static final String MEDIA_TYPE = "application/problem+json";

  /** A pause in which a few queries end. */
  static final String RETRY_AFTER_SECONDS = "5";

  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String detail;

  private Problem(int status, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.detail = detail;
  }

  static Problem of(int status, String detail) {
    return new Problem(status, detail);
  }

  static Problem multipleChoices(String detail) {
    return new Problem(HttpSC.MULTIPLE_CHOICES_300, detail);
  }

  static Problem badRequest(String detail) {
    return new Problem(HttpSC.BAD_REQUEST_400, detail);
  }

  static Problem notFound(String detail) {
    return new Problem(HttpSC.NOT_FOUND_404, detail);
  }

  static Problem methodNotAllowed() {
    return new Problem(
        HttpSC.METHOD_NOT_ALLOWED_405, "Only GET, HEAD and OPTIONS are answered here.");
  }

  static Problem notAcceptable(String offered) {
    return new Problem(HttpSC.NOT_ACCEPTABLE_406, "Accept one of " + offered + ".");
  }

  static Problem tooLarge(String detail) {
    return new Problem(HttpSC.UNPROCESSABLE_ENTITY_422, detail);
  }

  /** The server's own fault, of which its log says more than strangers should read. */
  static Problem internal(String detail) {
    return new Problem(HttpSC.INTERNAL_SERVER_ERROR_500, detail);
  }

  static Problem unavailable(String detail) {
    return new Problem(HttpSC.SERVICE_UNAVAILABLE_503, detail);
  }

  int status() {
    return status;
  }

  String title() {
    return HttpSC.getMessage(status);
  }

  String detail() {
    return detail;
  }

  /** Whether the same request may be answered next time: the client signs in, or waits. */
  boolean mayPass() {
    return switch (status) {
      case HttpSC.UNAUTHORIZED_401, HttpSC.TOO_MANY_REQUESTS_429, HttpSC.SERVICE_UNAVAILABLE_503 ->
          true;
      default -> false;
    };
  }

  /** The headers that the status asks for. */
  Map<String, String> headers() {
    return switch (status) {
      case HttpSC.METHOD_NOT_ALLOWED_405 -> Map.of("Allow", ResourceFilter.METHODS);
      case HttpSC.SERVICE_UNAVAILABLE_503 -> Map.of("Retry-After", RETRY_AFTER_SECONDS);
      default -> Map.of();
    };
  }

  JsonObject json() {
    JsonObject problem = new JsonObject();
    problem.put("title", title());
    problem.put("status", status);
    problem.put("detail", detail);
    return problem;
  }
}
