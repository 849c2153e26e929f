package org.provdl.cli;

import java.io.PrintWriter;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Capture;
import org.provdl.capture.Check;
import org.provdl.capture.Check.Verdict;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RecordedRun;
import org.provdl.capture.Reproducer;
import org.provdl.capture.Reproduction;
import org.provdl.queries.Catalogue;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.store.ProvenanceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a run again. */
@Command(
    name = "reproduce",
    description = {
      "Train a run again, from its record: the same network, data, seeds and evaluations.",
      "First it looks whether data and environment are those that were recorded. The new run goes into the same store.",
      "Exit code 1 where parameters or metrics differ, or the run cannot be trained again."
    },
    footer = {"", "Example: provdl reproduce RUN --classpath target/classes"})
final class ReproduceCommand implements Callable<Integer> {

  private static final Duration DELIVERY = Duration.ofMinutes(10);

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      description = "The run: its IRI, its id or a beginning of it that no other has, or its name.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String run;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "The directory of a store that no other process has open (default: "
              + Provdl.DEFAULT_STORE
              + ").")
  private Path directory = Path.of(Provdl.DEFAULT_STORE);

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "A file or directory of data that is not any more where the run found it; it is known by its content. May be given several times.")
  private List<Path> moved = List.of();

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description =
          "Where the classes are that read the data, as in java -cp. What the store names is looked for here, and in what the command itself runs.")
  private @Nullable String classPath;

  @Option(names = "--check", description = "Only say whether it can be trained again.")
  private boolean checkOnly;

  @Override
  public Integer call() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new ClassPathOption(classPath).loader();
        ProvenanceStore store = Stores.open(directory, spec.commandLine().getErr())) {
      thread.setContextClassLoader(loader);
      return reproduce(store, loader);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private int reproduce(ProvenanceStore store, ClassLoader loader) throws Exception {
    SparqlEndpoint endpoint = SparqlEndpoint.of(store::read);
    RecordedRun recorded = read(store, Catalogue.standard().run(run, endpoint).iri().getURI());
    Reproduction reproduction = prepare(recorded, loader);
    Checks checks = new Checks(spec.commandLine().getOut());
    checks.print("%s (%s)".formatted(recorded.iri(), recorded.name()), reproduction.checks());
    if (!reproduction.isPossible()) {
      return ExitCode.SOFTWARE;
    }
    if (checkOnly) {
      return ExitCode.OK;
    }
    String again = train(store, recorded, reproduction);
    List<Check> results = recorded.compareTo(read(store, again));
    checks.print("Trained again as " + again, results);
    long different = count(results, Verdict.DIFFERENT);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        different == 0 ? "Identical: %2$d results.%n" : "Different: %d of %d results.%n",
        different,
        results.size() - count(results, Verdict.UNKNOWN));
    out.flush();
    return different == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private Reproduction prepare(RecordedRun recorded, ClassLoader loader) {
    try {
      return Reproducer.find(loader)
          .orElseThrow(() -> new CommandException(noFramework("")))
          .prepare(recorded, moved, loader);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new CommandException(noFramework(" (%s)".formatted(e)));
    }
  }

  private static String noFramework(String why) {
    return """
        Deeplearning4j is not in the class path%s.
        Start the command by fuseki-config/bin/provdl, after mvn -q package -DskipTests;
        or name the jars of provdl-capture-dl4j, Deeplearning4j and a backend of ND4J by --classpath.\
        """
        .formatted(why);
  }

  /** The store is one process's at a time; in this one it is read and written. */
  private String train(ProvenanceStore store, RecordedRun recorded, Reproduction reproduction)
      throws Exception {
    spec.commandLine()
        .getErr()
        .println("provdl: training again, %d epochs".formatted(recorded.epochs()));
    try (Capture capture =
        Capture.builder(QuadSink.store(store)).base(base(recorded.iri())).open()) {
      String again = reproduction.train(capture);
      if (!capture.flush(DELIVERY)) {
        throw new CommandException(
            "The store has not taken the new run %s; provdl recover delivers it.".formatted(again));
      }
      return again;
    }
  }

  /** What the IRIs of a run begin with, so that both runs share what they have in common. */
  private static String base(String iri) {
    int end = iri.lastIndexOf("run/");
    return end < 1 ? Capture.DEFAULT_BASE : iri.substring(0, end);
  }

  private static RecordedRun read(ProvenanceStore store, String iri) {
    return store.read(dataset -> RecordedRun.read(dataset, iri));
  }

  private static long count(List<Check> checks, Verdict verdict) {
    return checks.stream().filter(check -> check.verdict() == verdict).count();
  }
}
