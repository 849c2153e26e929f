package org.provdl.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.provdl.operations.Upgrade;
import org.provdl.store.ProvenanceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings an old store up to date. */
@Command(
    name = "upgrade",
    description = {
      "Add to a store of an older version what is told of runs today and follows from what it holds.",
      "A store that is up to date stays as it is."
    })
final class UpgradeCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "STORE",
      arity = "0..1",
      description =
          "The directory of a store that no other process has open (default: "
              + Provdl.DEFAULT_STORE
              + ").")
  private @Nullable Path directory;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Path path = Stores.directory(directory);
    try (ProvenanceStore store = Stores.open(path, spec.commandLine().getErr())) {
      int before = store.format();
      Upgrade.Report report = Upgrade.of(store);
      out.println(
          before == store.format()
              ? path + " is up to date."
              : String.format(
                  Locale.ROOT,
                  "Upgraded %s from format %d to %d: %,d quads more in %,d graphs.",
                  path,
                  before,
                  store.format(),
                  report.quads(),
                  report.graphs()));
    }
    out.flush();
  }
}
