package org.provdl.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.Catalogue;
import org.provdl.queries.KnownRun;
import org.provdl.queries.SparqlEndpoint;

/**
 * What runs reached.
 *
 * @param measure the metric and the part of the data
 * @param runs those that reached anything
 * @param names of these runs
 * @param values of these runs, in their order, by IRI
 * @param notes which runs are not there
 */
record Outcomes(
    String measure,
    List<KnownRun> runs,
    List<String> names,
    Map<Node, Double> values,
    List<String> notes) {

  /** Where a metric is looked for, unless it is said. */
  private static final List<String> SPLITS = List.of("test", "validation", "training");

  private record Row(Node run, @Nullable String name, Node status, @Nullable Node value) {}

  /** Asks for the runs of an experiment, or all runs where that is empty. */
  static Outcomes of(
      String metric,
      @Nullable String split,
      String experiment,
      Catalogue catalogue,
      SparqlEndpoint endpoint) {
    List<String> splits = split == null ? SPLITS : List.of(Names.split(split));
    for (String candidate : splits) {
      List<Row> rows = rows(metric, candidate, experiment, catalogue, endpoint);
      if (rows.stream().anyMatch(Outcomes::isMeasured)) {
        return of("%s on %s".formatted(Names.last(metric), candidate), rows);
      }
    }
    throw new PlotException(
        "No run%s has a number for %s on %s; `provdl query metrics-by-epoch run=RUN` says what a run has"
            .formatted(
                experiment.isEmpty() ? "" : " of an experiment '%s'".formatted(experiment),
                Names.last(metric),
                String.join(", ", splits)));
  }

  private static List<Row> rows(
      String metric,
      String split,
      String experiment,
      Catalogue catalogue,
      SparqlEndpoint endpoint) {
    return catalogue
        .query("metric-by-run")
        .with("metric", metric)
        .with("split", split)
        .with("experiment", experiment)
        .on(endpoint, Row.class);
  }

  private static boolean isMeasured(Row row) {
    return row.value() != null && !Double.isNaN(Value.number(row.value()));
  }

  private static Outcomes of(String measure, List<Row> rows) {
    List<KnownRun> runs = new ArrayList<>();
    Map<Node, Double> values = new LinkedHashMap<>();
    Map<String, Integer> without = new TreeMap<>();
    for (Row row : rows) {
      if (row.value() != null && isMeasured(row)) {
        runs.add(new KnownRun(row.run(), row.name() == null ? "" : row.name()));
        values.put(row.run(), Value.number(row.value()));
      } else {
        without.merge(Names.last(row.status().getURI()), 1, Integer::sum);
      }
    }
    List<String> notes = new ArrayList<>();
    if (!without.isEmpty()) {
      notes.add(
          "%s without a finite value: %s"
              .formatted(
                  count(without.values().stream().mapToInt(Integer::intValue).sum()),
                  without.entrySet().stream()
                      .map(entry -> entry.getValue() + " " + entry.getKey())
                      .collect(Collectors.joining(", "))));
    }
    return new Outcomes(measure, List.copyOf(runs), Names.of(runs), values, List.copyOf(notes));
  }

  /** So many runs. */
  static String count(int runs) {
    return runs == 1 ? "1 run" : runs + " runs";
  }
}
