package org.provdl.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.provdl.packages.Crate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Packs a run or an experiment, with its files. */
@Command(
    name = "crate",
    description = {
      "Pack a run, or an experiment with all its runs, as a Process Run Crate (RO-Crate 1.1): provenance and files.",
      "A file is packed where its content is still what was recorded; else it is described, and standard error says why."
    },
    footer = {"", "Example: provdl crate RUN run.zip --data digits.csv.gz --license CC-BY-4.0"})
final class CrateCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN|EXPERIMENT",
      index = "0",
      description =
          "A run by its IRI, id or name, or an experiment by its IRI or name; experiment/NAME where a run has the same name.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String subject;

  @Parameters(
      paramLabel = "OUT",
      index = "1",
      description = "A new folder, or a new file that ends in .zip.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path out;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description =
          "A file, or a folder to look through, for what is not any more where the run found it; it is known by its content. May be given several times.")
  private List<Path> data = List.of();

  @Option(
      names = "--license",
      paramLabel = "LICENSE",
      description = "The licence of the crate: its URL, or its SPDX identifier such as CC-BY-4.0.")
  private @Nullable String license;

  @ArgGroup private Asked place = new Asked();

  @Override
  public void run() {
    PrintWriter messages = spec.commandLine().getErr();
    Crate crate = Crate.of(subject).data(data);
    Crate licensed = license == null ? crate : crate.license(license);
    Crate.Contents contents = place.ask(endpoint -> licensed.write(endpoint, out), messages);
    contents
        .missing()
        .forEach(missing -> messages.println("provdl: not packed: " + Terminal.plain(missing)));
    PrintWriter answer = spec.commandLine().getOut();
    answer.printf(
        "Packed %d %s with %d %s in %s%s.%n",
        contents.runs(),
        contents.runs() == 1 ? "run" : "runs",
        contents.files().size(),
        contents.files().size() == 1 ? "file" : "files",
        out,
        contents.missing().isEmpty()
            ? ""
            : "; %d described without its file".formatted(contents.missing().size()));
    answer.flush();
  }
}
