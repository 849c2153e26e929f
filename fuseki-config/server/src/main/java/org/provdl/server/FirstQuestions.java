package org.provdl.server;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Node;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.Format;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks what the explorer asks when it is opened, for nobody. A Java that has just started answers
 * it several times more slowly than one that has answered it before.
 *
 * @param going whether to go on
 */
record FirstQuestions(Catalogue catalogue, SparqlEndpoint endpoint, BooleanSupplier going)
    implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(FirstQuestions.class);

  /** After these most of it is compiled. */
  private static final int ROUNDS = 5;

  private static final String RUNS = "26";

  @Override
  public void run() {
    try {
      for (int i = 0; i < ROUNDS && going.getAsBoolean(); i++) {
        ResultTable runs = ask("list-runs", Map.of("limit", RUNS), List.of());
        List<String> iris =
            runs.rows().stream().map(row -> row.get("run")).map(Node::getURI).toList();
        if (!iris.isEmpty()) {
          ask("run-summaries", Map.of(), iris);
          ask("run-settings", Map.of(), iris);
          ask("run-curves", Map.of("points", "24"), iris);
        }
        ask("experiments", Map.of(), List.of());
      }
    } catch (RuntimeException failure) {
      LOG.debug("Nothing was asked in advance", failure); // whoever asks is told
    }
  }

  private ResultTable ask(String name, Map<String, String> values, List<String> runs) {
    BoundQuery query = catalogue.query(name).with(values);
    ResultTable table = (runs.isEmpty() ? query : query.with("run", runs)).on(endpoint);
    Format.JSON.write(table, OutputStream.nullOutputStream());
    return table;
  }
}
