package org.provdl.trackers;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.provdl.capture.QuadSink;
import org.provdl.queries.Catalogue;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;

/**
 * What an import gave, and what the catalogue answers of it.
 *
 * @param dataset the graphs
 * @param report what it told
 */
record Imported(DatasetGraph dataset, ImportReport report) {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-01T09:00:00Z"), ZoneOffset.UTC);

  static Imported of(TrackedRuns source) {
    return into(DatasetGraphFactory.createTxnMem(), source);
  }

  static Imported into(DatasetGraph dataset, TrackedRuns source) {
    try (QuadSink sink = QuadSink.memory(dataset)) {
      ImportReport report = RunImport.into(sink).clock(CLOCK).operator("bea").build().of(source);
      return new Imported(dataset, report);
    }
  }

  /** Imported again an hour later, by somebody else who knows what is there. */
  Imported again(TrackedRuns source) {
    RunImport.Earlier there =
        new RunImport.Earlier() {
          @Override
          public Set<String> importsOf(String run) {
            return ask("imported-runs", Map.of("run", run), "import").stream()
                .map(imported -> run.replaceFirst("run/.*", "") + imported)
                .collect(Collectors.toSet());
          }

          @Override
          public Graph graph(String run) {
            return dataset.getGraph(NodeFactory.createURI(run));
          }
        };
    try (QuadSink sink = QuadSink.memory(dataset)) {
      ImportReport again =
          RunImport.into(sink)
              .clock(Clock.offset(CLOCK, Duration.ofHours(1)))
              .operator("cy")
              .knowing(there)
              .build()
              .of(source);
      return new Imported(dataset, again);
    }
  }

  /** What became of the run of that name. */
  ImportReport.Outcome outcome(String name) {
    return report.runs().stream()
        .filter(run -> run.name().equals(name))
        .map(ImportReport.Run::outcome)
        .findFirst()
        .orElseThrow();
  }

  static Path resource(String name) {
    return Path.of("src/test/resources/org/provdl/trackers").resolve(name);
  }

  /** The IRI of the run of that name. */
  String run(String name) {
    return report.runs().stream()
        .filter(run -> run.name().equals(name))
        .map(ImportReport.Run::iri)
        .findFirst()
        .orElseThrow();
  }

  /** The rows of chosen columns, in short. */
  List<String> ask(String query, Map<String, String> values, String... columns) {
    ResultTable table =
        Catalogue.standard().query(query).with(values).on(SparqlEndpoint.local(dataset));
    return table.rows().stream()
        .map(
            row ->
                List.of(columns).stream()
                    .map(column -> row.containsKey(column) ? text(row.get(column)) : "")
                    .collect(Collectors.joining(" | ")))
        .toList();
  }

  private static String text(Node term) {
    return term.isURI()
        ? term.getURI()
            .replaceFirst("http://localhost:3030/provdl/", "")
            .replaceFirst("https://w3id.org/provdl#", "")
        : term.getLiteralLexicalForm();
  }
}
