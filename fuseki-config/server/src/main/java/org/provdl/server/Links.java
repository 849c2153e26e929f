package org.provdl.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.provdl.queries.CannedQuery;

/**
 * The addresses of a service on its server.
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

  /** What the addresses of all things begin with. */
  String root() {
    return service + "/";
  }

  /** The provenance query service. */
  String provenance() {
    return service + "/provenance";
  }

  /** The description of any thing of the store. */
  String provenance(String iri) {
    return provenance() + search(Map.of(ThingResource.TARGET, List.of(iri)));
  }

  /** The description of the service. */
  String dataset() {
    return service + "/void";
  }

  String ontology() {
    return service + "/ontology";
  }

  /** How the ontology relates to another vocabulary. */
  String alignment(String name) {
    return ontology() + "/alignments/" + name;
  }

  String sparql() {
    return service + "/query";
  }

  /** All addresses at which SPARQL is answered, and nothing else. */
  List<String> sparqlEndpoints() {
    return List.of(sparql(), service + "/sparql");
  }

  /** A run in the explorer. */
  String explorer(String run) {
    return service + "/explorer/#/run" + search(Map.of("iri", List.of(run)));
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
