package org.provdl.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Split;
import org.provdl.queries.Format;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.store.ProvenanceStore;
import org.provdl.trackers.DfAnalyzerDump;
import org.provdl.trackers.ImportReport;
import org.provdl.trackers.MlflowFolder;
import org.provdl.trackers.MlflowServer;
import org.provdl.trackers.RunImport;
import org.provdl.trackers.TrackedRuns;
import org.provdl.trackers.Yprov4mlDocument;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports the runs that another program has recorded. */
@Command(
    name = "import-runs",
    description = {
      "Import the training runs that another program has recorded.",
      "What was imported is listed, then line by line what could not be; that is left out, and the rest is there.",
      "To import again changes nothing, and adds what was recorded since of a run that was still going on."
    })
final class ImportRunsCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("run", "name", "experiment", "status", "settings", "metrics", "files", "outcome");

  private static final Set<ImportReport.Outcome> WRITTEN =
      EnumSet.of(ImportReport.Outcome.IMPORTED, ImportReport.Outcome.COMPLETED);

  /** The programs whose records can be read. */
  enum Tracker {
    /** By a folder {@code mlruns}, or a server. */
    MLFLOW,
    /** By a file of PROV-JSON, or a folder of an experiment. */
    YPROV4ML,
    /** Keras-Prov too: by a dump of its database. */
    DFANALYZER;

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "TRACKER",
      description = "What recorded them: ${COMPLETION-CANDIDATES}; dfanalyzer for Keras-Prov too.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Tracker tracker;

  @Parameters(
      index = "1",
      paramLabel = "SOURCE",
      description =
          "Where: for mlflow its folder mlruns or the address of its server, for yprov4ml a file of PROV-JSON or a folder, for dfanalyzer a dump of its database.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String source;

  @ArgGroup private SubjectOption subject = new SubjectOption();

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description =
          "The data that metrics were measured on whose names do not say it, as val_loss does: training, validation or test (default: training).")
  private Split split = Split.TRAINING;

  @Override
  public Integer call() {
    TrackedRuns runs = runs();
    ImportReport report =
        subject.server == null ? intoStore(runs) : intoServer(runs, subject.server);
    print(report);
    return report.problems().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private TrackedRuns runs() {
    return switch (tracker) {
      case MLFLOW ->
          source.matches("(?i)https?:.*")
              ? MlflowServer.at(URI.create(source))
              : MlflowFolder.of(Path.of(source));
      case YPROV4ML -> Yprov4mlDocument.of(Path.of(source));
      case DFANALYZER -> DfAnalyzerDump.of(Path.of(source));
    };
  }

  private ImportReport intoStore(TrackedRuns runs) {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(Stores.directory(subject.store));
        QuadSink sink = QuadSink.store(store)) {
      return importInto(sink, SparqlEndpoint.of(store::read), runs);
    }
  }

  private ImportReport intoServer(TrackedRuns runs, URI server) {
    try (QuadSink sink = new Service(server).target()) {
      return importInto(sink, Token.endpoint(server), runs);
    }
  }

  private ImportReport importInto(QuadSink sink, SparqlEndpoint endpoint, TrackedRuns runs) {
    return RunImport.into(sink)
        .unsaidSplit(split)
        .knowing(new ImportedRuns(endpoint))
        .build()
        .of(runs);
  }

  private void print(ImportReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (!report.runs().isEmpty()) {
      ByteArrayOutputStream table = new ByteArrayOutputStream();
      Format.TABLE.write(
          new ResultTable(COLUMNS, report.runs().stream().map(ImportRunsCommand::row).toList()),
          table);
      out.print(table.toString(StandardCharsets.UTF_8));
    }
    report.problems().forEach(problem -> out.println("Not imported: " + Terminal.plain(problem)));
    Predicate<ImportReport.Run> imported = run -> WRITTEN.contains(run.outcome());
    long count = report.runs().stream().filter(imported).count();
    out.printf(
        "%d of %d %s imported.%n",
        count, report.runs().size(), report.runs().size() == 1 ? "run" : "runs");
    out.flush();
  }

  private static Map<String, Node> row(ImportReport.Run run) {
    Map<String, Node> row = new LinkedHashMap<>();
    row.put("run", text(run.iri().replaceFirst(".*/", "")));
    row.put("name", text(run.name()));
    row.put("experiment", text(run.experiment() == null ? "" : run.experiment()));
    row.put("status", text(run.status() == null ? "running" : word(run.status())));
    row.put("settings", NodeFactoryExtra.intToNode(run.settings()));
    row.put("metrics", NodeFactoryExtra.intToNode(run.metrics()));
    row.put("files", NodeFactoryExtra.intToNode(run.files()));
    row.put("outcome", text(word(run.outcome())));
    return row;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(Terminal.plain(text));
  }
}
