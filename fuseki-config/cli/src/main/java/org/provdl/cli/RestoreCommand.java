package org.provdl.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.provdl.operations.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a store of a backup. */
@Command(
    name = "restore",
    description = {
      "Make a store of a backup, or of an archive of removed runs.",
      "The file is checked before; the store is there when it is whole."
    })
final class RestoreCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "What `provdl backup` has written.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Parameters(index = "1", paramLabel = "STORE", description = "A new directory for the store.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path directory;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Restored " + Backup.restore(file, directory) + " to " + directory + ".");
    out.flush();
  }
}
