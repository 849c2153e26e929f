package org.provdl.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.file.PathUtils;

/** A directory for what is written while measuring; gone when closed. */
record Workplace(Path directory) implements AutoCloseable {

  private static final long KILOBYTE = 1024;

  static Workplace in(Path parent) throws IOException {
    return new Workplace(Files.createTempDirectory(Files.createDirectories(parent), "benchmark"));
  }

  /** A new directory within this one. */
  Path fresh(String name) throws IOException {
    return Files.createTempDirectory(directory, name);
  }

  static void delete(Path directory) throws IOException {
    PathUtils.deleteDirectory(directory);
  }

  /**
   * The bytes that a directory takes on disk. TDB2 makes files longer than what is written in them,
   * so their lengths would tell too much, and Java does not tell the blocks.
   */
  static long bytesOnDisk(Path directory) throws IOException, InterruptedException {
    List<String> command = List.of("du", "-sk", directory.toString());
    Process usage = new ProcessBuilder(command).start();
    String answer = new String(usage.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (usage.waitFor() != 0) {
      throw new IOException("The command failed: " + String.join(" ", command));
    }
    return Long.parseLong(answer.split("\\s", 2)[0]) * KILOBYTE;
  }

  @Override
  public void close() throws IOException {
    delete(directory);
  }
}
