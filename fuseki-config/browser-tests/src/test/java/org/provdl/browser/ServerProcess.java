package org.provdl.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A server as somebody starts it, in a process of its own. It is killed at the end, so that it
 * leaves the store as it is.
 */
final class ServerProcess implements AutoCloseable {

  private static final String ADDRESS = "Explorer: ";

  private final Process process;
  private final String explorer;

  private ServerProcess(Process process, String explorer) {
    this.process = process;
    this.explorer = explorer;
  }

  /**
   * Serves a store by the command {@code provdl}; it listens when this returns.
   *
   * @throws IOException if it does not come to that
   */
  static ServerProcess serve(Path store) throws IOException {
    Process process =
        new ProcessBuilder("../bin/provdl", "serve", store.toString(), "--port", "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(ADDRESS)) {
        return new ServerProcess(process, line.substring(ADDRESS.length()));
      }
    }
    process.destroyForcibly();
    throw new IOException("The server of " + store + " ended before it listened.");
  }

  String explorer() {
    return explorer;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
