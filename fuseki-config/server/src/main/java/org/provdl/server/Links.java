package org.provdl.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.provdl.queries.CannedQuery;

/**
 * The addresses of the catalogue and the graphs on their server.
 *
 * @param service the path of the service, such as {@code /provdl}
 */
record Links(String service) {

  static final String QUERIES = "/queries";
  static final String DESCRIPTION = "/openapi.json";
  static final String TEXT = ".rq";

  String list() {
    return service + QUERIES;
  }

  /** The questions about one thing. */
  String about(String parameter, String iri) {
    return list() + search(Map.of(parameter, List.of(iri)));
  }

  /** A graph, in the Graph Store. */
  String graph(String iri) {
    return service + search(Map.of("graph", List.of(iri)));
  }

  String query(CannedQuery query) {
    return list() + "/" + encoded(query.name()).replace("+", "%20");
  }

  String query(CannedQuery query, Map<String, List<String>> values) {
    return query(query) + search(values);
  }

  String text(CannedQuery query) {
    return query(query) + TEXT;
  }

  String description() {
    return service + DESCRIPTION;
  }

  private static String search(Map<String, List<String>> values) {
    return values.isEmpty()
        ? ""
        : values.entrySet().stream()
            .flatMap(
                given ->
                    given.getValue().stream()
                        .map(value -> encoded(given.getKey()) + "=" + encoded(value)))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
