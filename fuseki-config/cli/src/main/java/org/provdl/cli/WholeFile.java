package org.provdl.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is there whole, or as it was before: it is written beside its place first. */
final class WholeFile implements AutoCloseable {

  private final Path file;
  private final Path unfinished;
  private final OutputStream stream;

  WholeFile(Path file) throws IOException {
    this.file = file;
    this.unfinished =
        file.resolveSibling(
            "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    this.stream =
        new BufferedOutputStream(
            Files.newOutputStream(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE));
  }

  OutputStream stream() {
    return stream;
  }

  /** Puts it in its place. */
  void keep() throws IOException {
    stream.close();
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Leaves nothing behind that was not kept. */
  @Override
  public void close() throws IOException {
    stream.close();
    Files.deleteIfExists(unfinished);
  }
}
