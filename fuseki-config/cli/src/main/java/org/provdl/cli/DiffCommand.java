package org.provdl.cli;

import org.provdl.queries.Catalogue;
import org.provdl.queries.Format;
import org.provdl.queries.SparqlEndpoint;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows in what two runs differ. */
@Command(
    name = "diff",
    description = {
      "Show in what two runs differ: settings, model, data, code, environment, libraries and outcome.",
      "A run is its IRI or id, or the beginning of the id where no other begins so."
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

  @Option(names = "--format", description = "table, csv or json (default: table).")
  private Format format = Format.TABLE;

  @Override
  public void run() {
    Differences differences = place.ask(this::differences, spec.commandLine().getErr());
    if (format == Format.TABLE) {
      differences.print(System.out);
    } else {
      format.write(differences.table(), System.out);
    }
  }

  private Differences differences(SparqlEndpoint endpoint) {
    Catalogue catalogue = Catalogue.standard();
    return Differences.between(catalogue.run(a, endpoint), catalogue.run(b, endpoint), endpoint);
  }
}
