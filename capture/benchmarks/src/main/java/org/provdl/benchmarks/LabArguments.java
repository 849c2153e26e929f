package org.provdl.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Parameter;
import org.provdl.queries.ParameterType;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.store.ProvenanceStore;

/**
 * What the questions of the catalogue are asked about in a {@link Laboratory}: things that are
 * there, drawn by a seed. A parameter with a default keeps it, unless it names a run.
 */
final class LabArguments {

  private static final String PREFIXES =
      """
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX provdl: <https://w3id.org/provdl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  private static final long SEED = 4;

  private final List<Node> runs;
  private final List<Node> studies;
  private final List<Node> models;
  private final List<Node> files;
  private final List<Node> commits;
  private final List<Node> deepest;

  private LabArguments(DatasetGraph dataset) {
    runs = find(dataset, "GRAPH ?found { ?training a provdl:TrainingRun }");
    studies = find(dataset, "GRAPH ?found { ?search a provdl:Study }");
    models = find(dataset, "GRAPH ?run { ?found a provdl:TrainedModel ; provdl:location ?place }");
    files = find(dataset, "GRAPH ?run { ?m a provdl:TrainedModel ; provdl:sha256 ?found }");
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
    Random random = new Random(SEED);
    List<BoundQuery> bound = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      BoundQuery next = query.with(Map.of());
      for (Parameter parameter : query.parameters()) {
        if (parameter.required() || parameter.type() == ParameterType.RUN) {
          Optional<Node> value = draw(query, parameter, random);
          if (value.isEmpty()) {
            return List.of();
          }
          next = next.with(parameter.name(), value.get());
        }
      }
      bound.add(next);
    }
    return bound;
  }

  private Optional<Node> draw(CannedQuery query, Parameter parameter, Random random) {
    return any(
        switch (parameter.type()) {
          case RUN -> runs;
          case STUDY -> studies;
          case ENTITY -> QuestionKind.of(query) == QuestionKind.DEEP ? deepest : models;
          case STRING -> parameter.name().equals("commit") ? commits : files;
          default ->
              throw new IllegalStateException(
                  "Say in LabArguments what %s of %s is asked about."
                      .formatted(parameter.name(), query.name()));
        },
        random);
  }

  private static Optional<Node> any(List<Node> nodes, Random random) {
    return nodes.isEmpty()
        ? Optional.empty()
        : Optional.of(nodes.get(random.nextInt(nodes.size())));
  }

  /** The model at the end of the chain. */
  private static List<Node> deepest(DatasetGraph dataset) {
    List<Node> last = List.of();
    for (int link = Laboratory.CHAIN; last.isEmpty() && link > 0; link--) {
      last =
          find(
              dataset,
              "GRAPH ?run { ?training rdfs:label \"%s%d\" ; a provdl:TrainingRun . ?found a provdl:TrainedModel ; provdl:location ?place }"
                  .formatted(Laboratory.FINE_TUNING, link));
    }
    return last;
  }

  private static List<Node> find(DatasetGraph dataset, String pattern) {
    List<Node> found =
        new ArrayList<>(
            SparqlEndpoint.local(dataset)
                .select(
                    QueryFactory.create(
                        PREFIXES + "SELECT DISTINCT ?found { " + pattern + " } ORDER BY ?found"))
                .rows()
                .stream()
                .map(row -> row.get("found"))
                .toList());
    return Collections.unmodifiableList(found);
  }
}
