package org.provdl.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.provdl.operations.Finding;
import org.provdl.operations.Verification;
import org.provdl.store.ProvenanceStore;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Holds all graphs of a store against the shapes. */
@Command(
    name = "verify",
    description = {
      "Look whether every graph is as the graph of a run or study should be.",
      "What is wrong is listed by graph, and the exit code is 1 then.",
      "A store that is served can be written and read meanwhile."
    })
final class VerifyCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ArgGroup private StoreOrServer subject = new StoreOrServer();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Verification verification = Verification.standard();
    FindingList list = new FindingList(out);
    Verification.Report report;
    if (subject.server != null) {
      report = new ServedGraphs(new Service(subject.server)).verify(verification, list::add);
    } else {
      Path directory = Stores.directory(subject.store);
      try (ProvenanceStore store = Stores.open(directory, spec.commandLine().getErr())) {
        report = verification.of(store, list::add);
      }
    }
    out.println(
        report.conforms()
            ? String.format(Locale.ROOT, "%,d graphs are as they should be.", report.graphs())
            : String.format(
                Locale.ROOT,
                "%,d of %,d graphs are not as they should be.",
                report.wrong(),
                report.graphs()));
    out.flush();
    return report.conforms() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** Names a graph once, above what is wrong in it. */
  private static final class FindingList {

    private final PrintWriter out;
    private @Nullable String graph;

    FindingList(PrintWriter out) {
      this.out = out;
    }

    void add(Finding finding) {
      if (!finding.graph().equals(graph)) {
        graph = finding.graph();
        out.println(graph);
      }
      out.println("  " + finding);
    }
  }
}
