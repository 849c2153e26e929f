package org.provdl.cli;

import java.io.PrintWriter;
import java.time.Clock;
import org.provdl.packages.BillOfMaterials;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what a model was made of. */
@Command(
    name = "bom",
    description =
        "Write what a model was made of, as a bill of materials (CycloneDX 1.6, JSON): model, data, software, libraries.",
    footer = {"", "Example: provdl bom RUN > bom.json"})
final class BomCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL|RUN",
      description = "A run by its IRI, id or name, or a model by the SHA-256 of its file.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String subject;

  @ArgGroup private Asked place = new Asked();

  @Override
  public void run() {
    BillOfMaterials bill =
        place.ask(endpoint -> BillOfMaterials.of(subject, endpoint), spec.commandLine().getErr());
    PrintWriter out = spec.commandLine().getOut();
    out.print(bill.json(Clock.systemUTC()));
    out.flush();
  }
}
