package org.provdl.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.provdl.operations.Backup;
import org.provdl.store.ProvenanceStore;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a store into a file. */
@Command(
    name = "backup",
    description = {
      "Copy a store into a file: N-Quads packed by gzip, with a checksum at the end.",
      "A store that is served can be written and read meanwhile; the copy is that of one moment."
    })
final class BackupCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A new file, such as provdl.nq.gz.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @ArgGroup private SubjectOption subject = new SubjectOption();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Backup.Summary summary;
    if (subject.server != null) {
      Service service = new Service(subject.server);
      summary = Backup.keep(target -> service.backUp("", target), file);
    } else {
      Path directory = Stores.directory(subject.store);
      try (ProvenanceStore store = Stores.open(directory, spec.commandLine().getErr())) {
        summary = Backup.keep(target -> Backup.write(store, target), file);
      }
    }
    out.println("Backed up " + summary + " in " + file + ".");
    out.flush();
  }
}
