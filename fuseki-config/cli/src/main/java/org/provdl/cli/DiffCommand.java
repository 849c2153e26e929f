package org.provdl.cli;

import org.provdl.queries.Catalogue;
import org.provdl.queries.Format;
import org.provdl.queries.SparqlEndpoint;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows in what two runs differ. */
@Command(
    name = "diff",
    description = {
      "Show in what two runs differ: settings, model, data, code, environment, libraries and outcome.",
      "A run is its IRI, its id or a beginning of it that no other has, or its name."
    })
final class DiffCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "A", index = "0", description = "The one run.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String a;

  @Parameters(paramLabel = "B", index = "1", description = "The other run.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String b;

  @ArgGroup private Asked place = new Asked();

  @Mixin private FormatOption format = new FormatOption();

  @Override
  public void run() {
    Differences differences = place.ask(this::differences, spec.commandLine().getErr());
    if (format.value() == Format.TABLE) {
      differences.print(System.out);
    } else {
      format.value().write(differences.table(), System.out);
    }
  }

  private Differences differences(SparqlEndpoint endpoint) {
    Catalogue catalogue = Catalogue.standard();
    return Differences.between(catalogue.run(a, endpoint), catalogue.run(b, endpoint), endpoint);
  }
}
