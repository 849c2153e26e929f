package org.provdl.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.RequestLogWriter;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a line of JSON for every request. */
final class RequestLines extends ContainerLifeCycle implements RequestLog {

  private static final Logger LOG = LoggerFactory.getLogger(RequestLines.class);

  /** Parameters that are nobody's business, wherever a client puts them. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)((?:^|&)[^=&]*(?:token|password|secret|key)[^=&]*=)[^&]*");

  private static final long MILLISECONDS = 1_000_000;

  private final Writer lines;
  private final boolean queries;

  private RequestLines(Writer lines, boolean queries) {
    this.lines = lines;
    this.queries = queries;
    addBean(lines);
  }

  /**
   * Writes to a file, at its end, on the threads of the server: no line is lost.
   *
   * @param queries whether the queries of requests are told
   */
  static RequestLines to(Path file, boolean queries) {
    RequestLogWriter writer = new RequestLogWriter(file.toString());
    writer.setAppend(true);
    return new RequestLines(writer, queries);
  }

  /** Hands lines over, on the threads of the server. */
  static RequestLines to(Consumer<? super String> lines, boolean queries) {
    return new RequestLines(lines::accept, queries);
  }

  @Override
  public void log(Request request, Response response) {
    try {
      lines.write(line(request, response));
    } catch (IOException | RuntimeException failure) {
      LOG.warn("A request could not be logged", failure);
    }
  }

  private String line(Request request, Response response) {
    JsonObject line = new JsonObject();
    put(line, "time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    put(line, "method", request.getMethod());
    put(line, "path", request.getHttpURI().getPath());
    String query = request.getHttpURI().getQuery();
    if (queries && query != null) {
      put(line, "query", SECRET.matcher(query).replaceAll("$1[redacted]"));
    }
    put(line, "status", response.getStatus());
    put(line, "ms", NanoTime.since(request.getBeginNanoTime()) / MILLISECONDS);
    put(line, "bytes", Response.getContentBytesWritten(response));
    put(line, "client", Request.getRemoteAddr(request));
    put(line, "user", user(request));
    return JSON.toStringFlat(line);
  }

  private static @Nullable String user(Request request) {
    if (request.getAttribute(Gate.USER) instanceof String name) {
      return name;
    }
    Request.AuthenticationState state = Request.getAuthenticationState(request);
    Principal principal = state == null ? null : state.getUserPrincipal();
    return principal == null ? null : principal.getName();
  }

  private static void put(JsonObject line, String name, @Nullable String value) {
    if (value != null) {
      line.put(name, new JsonString(value));
    }
  }

  private static void put(JsonObject line, String name, long value) {
    line.put(name, JsonNumber.value(value));
  }
}
