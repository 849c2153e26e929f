package org.provdl.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Parameter;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.store.ProvenanceStore;

/**
 * What the questions of the catalogue are asked about in a {@link Laboratory}: things that are
 * there, drawn by a seed. What has a default keeps it, and what names no thing is as in the
 * question's own example.
 */
final class LabArguments {

  private static final String PREFIXES =
      """
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX provdl: <https://w3id.org/provdl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  private static final long SEED = 4;
  private static final int RUNS_OF_A_LIST = 3;

  /** Parameters that want data, of those that take any entity. */
  private static final Set<String> DATA = Set.of("data", "dataset", "source", "origin");

  private final List<String> runs;
  private final List<String> studies;
  private final List<String> models;
  private final List<String> data;
  private final List<String> files;
  private final List<String> commits;
  private final List<String> deepest;

  private LabArguments(DatasetGraph dataset) {
    runs = find(dataset, "GRAPH ?found { ?training a provdl:TrainingRun }");
    studies = find(dataset, "GRAPH ?found { ?search a provdl:Study }");
    models = find(dataset, "GRAPH ?run { ?found a provdl:TrainedModel ; provdl:location ?place }");
    data = find(dataset, "GRAPH ?run { ?found a provdl:Dataset ; provdl:sha256 ?hash }");
    files = find(dataset, "GRAPH ?run { ?model a provdl:TrainedModel ; provdl:sha256 ?found }");
    commits = find(dataset, "GRAPH ?run { ?code provdl:commit ?found }");
    deepest = deepest(dataset);
  }

  static LabArguments of(ProvenanceStore store) {
    return store.read(LabArguments::new);
  }

  int runs() {
    return runs.size();
  }

  /** The query with other arguments each time; none where there is nothing to ask about. */
  List<BoundQuery> draw(CannedQuery query, int times) {
    return values(query, times).stream().map(query::with).toList();
  }

  /** Those arguments. */
  List<Map<String, String>> values(CannedQuery query, int times) {
    List<Parameter> named =
        query.parameters().stream().filter(each -> isDrawn(query, each)).toList();
    if (named.stream().anyMatch(parameter -> candidates(query, parameter).isEmpty())) {
      return List.of();
    }
    Random random = new Random(SEED);
    List<Map<String, String>> drawn = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      drawn.add(
          named.stream()
              .collect(
                  Collectors.toMap(Parameter::name, parameter -> draw(query, parameter, random))));
    }
    return drawn;
  }

  private static boolean isDrawn(CannedQuery query, Parameter parameter) {
    return parameter.required()
        || (parameter.list() && query.example().containsKey(parameter.name()));
  }

  private String draw(CannedQuery query, Parameter parameter, Random random) {
    List<String> candidates = candidates(query, parameter);
    return IntStream.range(0, parameter.list() && candidates == runs ? RUNS_OF_A_LIST : 1)
        .mapToObj(each -> candidates.get(random.nextInt(candidates.size())))
        .collect(Collectors.joining(","));
  }

  private List<String> candidates(CannedQuery query, Parameter parameter) {
    String name = parameter.name();
    return switch (parameter.type()) {
      case RUN -> runs;
      case STUDY -> studies;
      case ENTITY ->
          DATA.contains(name) || query.name().equals("impact")
              ? data
              : QuestionKind.of(query) == QuestionKind.DEEP ? deepest : models;
      case STRING ->
          switch (name) {
            case "text" -> query.name().equals("find-studies") ? studies : runs;
            case "file", "sha256" -> files;
            case "commit" -> commits;
            default -> example(query, parameter);
          };
      default -> example(query, parameter);
    };
  }

  private static List<String> example(CannedQuery query, Parameter parameter) {
    String value = query.example().get(parameter.name());
    return value == null ? List.of() : List.of(value);
  }

  /** The model at the end of the chain. */
  private static List<String> deepest(DatasetGraph dataset) {
    List<String> last = List.of();
    for (int link = Laboratory.CHAIN; last.isEmpty() && link > 0; link--) {
      last =
          find(
              dataset,
              "GRAPH ?run { ?training rdfs:label \"%s%d\" . ?found a provdl:TrainedModel ; provdl:location ?place }"
                  .formatted(Laboratory.FINE_TUNING, link));
    }
    return last;
  }

  private static List<String> find(DatasetGraph dataset, String pattern) {
    return SparqlEndpoint.local(dataset)
        .select(
            QueryFactory.create(
                PREFIXES + "SELECT DISTINCT ?found { " + pattern + " } ORDER BY ?found"))
        .rows()
        .stream()
        .flatMap(row -> Stream.ofNullable(row.get("found")))
        .map(LabArguments::text)
        .toList();
  }

  private static String text(Node found) {
    return found.isURI() ? found.getURI() : found.getLiteralLexicalForm();
  }
}
