package org.provdl.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Recovery;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Delivers what captures have left in their journals. */
@Command(
    name = "recover",
    description = {
      "Deliver what trainings have left in their journals: killed ones, or ones whose server was away.",
      "Each run goes where it was meant to go, unless another place is named."
    })
final class RecoverCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "The directory of journals, such as provdl-store-journal or provdl-journal.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path journals;

  @ArgGroup private @Nullable Target target;

  /** Where the runs go instead. */
  static final class Target {

    @Option(names = "--store", paramLabel = "DIR", description = "A store; made if missing.")
    private @Nullable Path store;

    @Option(
        names = "--server",
        paramLabel = "URL",
        description = "A server, such as http://127.0.0.1:3030/provdl." + Token.HELP)
    private @Nullable URI server;
  }

  @Override
  public void run() {
    Recovery.Report report = recover();
    PrintWriter out = spec.commandLine().getOut();
    report.runs().forEach(out::println);
    report.unreadable().forEach(problem -> out.println("unreadable: " + problem));
    if (report.directoriesInUse() > 0) {
      out.printf("Left alone: %d in use by running programs.%n", report.directoriesInUse());
    }
    int count = report.runs().size();
    out.printf("%d %s recovered.%n", count, count == 1 ? "run" : "runs");
    out.flush();
  }

  private Recovery.Report recover() {
    if (target == null) {
      return Recovery.toTheirDestinations(journals);
    }
    try (QuadSink sink = open(target)) {
      return Recovery.to(sink, journals);
    }
  }

  private static QuadSink open(Target target) {
    return target.server == null
        ? QuadSink.store(Objects.requireNonNull(target.store))
        : new Service(target.server).target();
  }
}
