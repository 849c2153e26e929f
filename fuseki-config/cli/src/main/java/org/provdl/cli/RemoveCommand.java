package org.provdl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.provdl.operations.Backup;
import org.provdl.operations.Choice;
import org.provdl.operations.Retention;
import org.provdl.store.ProvenanceStore;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes runs from a store. */
@Command(
    name = "remove",
    description = {
      "Remove an experiment with all its runs and studies, or one run, for good.",
      "What is running stays, and so does what others that stay refer to, unless --force is given."
    })
final class RemoveCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Chosen chosen;

  @Option(
      names = "--archive",
      paramLabel = "FILE",
      description = "Keep what is removed in a new file, which `provdl restore` reads.")
  private @Nullable Path archive;

  @Option(names = "--force", description = "Remove it whatever stands against it.")
  private boolean force;

  @ArgGroup private SubjectOption subject = new SubjectOption();

  /** What goes. */
  static final class Chosen {

    @Option(
        names = "--experiment",
        paramLabel = "NAME",
        description = "The name of the experiment.")
    private @Nullable String experiment;

    @Option(
        names = "--run",
        paramLabel = "IRI",
        description =
            "The IRI of a run or study: the column run of `provdl query list-runs`, in full.")
    private @Nullable URI run;

    Choice choice() {
      return experiment == null
          ? new Choice.Run(String.valueOf(run))
          : new Choice.Experiment(experiment);
    }

    String query() {
      return experiment == null
          ? "?run=" + URLEncoder.encode(String.valueOf(run), UTF_8)
          : "?experiment=" + URLEncoder.encode(experiment, UTF_8);
    }
  }

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (subject.server != null) {
      out.println("Removed " + removeFrom(new Service(subject.server)) + ".");
    } else {
      Path directory = Stores.directory(subject.store);
      try (ProvenanceStore store = Stores.open(directory, spec.commandLine().getErr())) {
        Retention retention = new Retention(store, chosen.choice(), force);
        out.println("Removed " + retention.remove(archive) + ".");
      }
    }
    out.flush();
  }

  private Backup.Summary removeFrom(Service service) {
    String query = chosen.query() + (force ? "&force=true" : "");
    if (archive == null) {
      return service.remove(query);
    }
    Backup.Summary kept = Backup.keep(out -> service.backUp(query, out), archive);
    return service.remove(query + "&quads=" + kept.quads());
  }
}
