package org.provdl.server;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets web pages of named origins read. It stands before all else, for a browser asks beforehand
 * without credentials, and says nothing about writes, which therefore no page of another origin can
 * make.
 */
final class CrossOriginReads extends CrossOriginHandler {

  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final List<String> queries;

  /**
   * Lets pages read.
   *
   * @param queries the paths that answer to SPARQL queries and do nothing else
   */
  CrossOriginReads(CrossOrigin origins, List<String> queries) {
    this.queries = queries;
    setAllowedOriginPatterns(
        origins.origins().stream()
            .map(origin -> origin.equals(CrossOrigin.ANY) ? origin : Pattern.quote(origin))
            .collect(Collectors.toSet()));
    setAllowedMethods(Set.of("GET", "HEAD", "POST"));
    setAllowedHeaders(Set.of("Accept", "Authorization", "Content-Type", "If-None-Match"));
    setExposedHeaders(
        Set.of(
            "Content-Location", "ETag", "Link", "Location", "Retry-After", ThingResource.UNSAID));
    setAllowCredentials(false);
    setPreflightMaxAge(REMEMBERED);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String method =
        Objects.requireNonNullElse(
            request.getHeaders().get(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD),
            request.getMethod());
    return CrossOrigin.isRead(method, queries.contains(request.getHttpURI().getPath()))
        ? super.handle(request, response, callback)
        : getHandler().handle(request, response, callback);
  }
}
