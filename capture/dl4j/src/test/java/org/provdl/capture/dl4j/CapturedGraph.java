package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.deeplearning4j.nn.api.Model;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;

/** Captures into memory and asks by SPARQL. */
final class CapturedGraph {

  private static final String PREFIXES =
      "PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX provdl: <https://w3id.org/provdl#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"
          + " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";

  final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();

  /** What happens while a network is captured. */
  @FunctionalInterface
  interface Training {
    void run(ProvenanceListener provenance) throws Exception;
  }

  Capture capture() {
    return Capture.to(QuadSink.memory(dataset));
  }

  void capture(Model network, Training training) throws Exception {
    try (Capture capture = capture();
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      training.run(provenance);
    }
  }

  void assertAsk(String pattern) {
    assertThat(values("1 AS ?x", pattern)).as("matches of { %s }", pattern).isNotEmpty();
  }

  /**
   * A pattern closes its graph itself where something has to follow it, as in {@code ... } } ORDER
   * BY ?x}.
   */
  private static String ending(String pattern) {
    return pattern.contains("ORDER BY") ? "" : " } }";
  }

  /** The values of the one variable or expression, as text, in order of the pattern's solutions. */
  List<String> values(String expression, String pattern) {
    String query =
        PREFIXES
            + "SELECT "
            + (expression.contains(" ") ? "(" + expression + ")" : expression)
            + " { GRAPH ?run { "
            + pattern
            + ending(pattern);
    return Txn.calculateRead(
        dataset,
        () -> {
          List<String> values = new ArrayList<>();
          try (QueryExecution execution =
              QueryExecutionFactory.create(query, DatasetFactory.wrap(dataset))) {
            ResultSet results = execution.execSelect();
            String column = results.getResultVars().get(0);
            results.forEachRemaining(
                row ->
                    values.add(
                        row.get(column).isLiteral()
                            ? row.getLiteral(column).getLexicalForm()
                            : row.get(column).toString()));
          }
          return values;
        });
  }
}
