package org.provdl.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.provdl.store.Compacted;
import org.provdl.store.ProvenanceStore;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes a store as small as it can be. */
@Command(
    name = "compact",
    description = {
      "Rewrite a store without what small commits leave behind.",
      "A store that is served goes on answering meanwhile, and takes what is sent to it."
    })
final class CompactCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ArgGroup private StoreOrServer subject = new StoreOrServer();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (subject.server != null) {
      out.println(line(subject.server.toString(), new Service(subject.server).compact()));
    } else {
      Path directory = Stores.directory(subject.store);
      try (ProvenanceStore store = Stores.open(directory, spec.commandLine().getErr())) {
        out.println(line(directory.toString(), store.compact()));
      }
    }
    out.flush();
  }

  private static String line(String name, Compacted done) {
    return "Compacted %s from %s to %s."
        .formatted(name, Size.of(done.bytesBefore()), Size.of(done.bytesAfter()));
  }
}
