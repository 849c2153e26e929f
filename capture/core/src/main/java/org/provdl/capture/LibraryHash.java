package org.provdl.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The content hash of jars and of folders of classes, within a size and a time. */
final class LibraryHash {

  /** What a library holds; no hash where it was too much. */
  record Content(@Nullable String sha256, long sizeInBytes) {}

  /** What is longer gets no hash. */
  static final long MAX_LENGTH = 512L << 20;

  /** A folder of more files gets no hash. */
  static final int MAX_FILES = 10_000;

  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final long end;

  /**
   * Begins to measure the time.
   *
   * @param time after which nothing is hashed any more
   */
  LibraryHash(Duration time) {
    end = System.nanoTime() + time.toNanos();
  }

  Content of(Path library) {
    try {
      if (hasTooManyFiles(library)) {
        return new Content(null, 0);
      }
      Artifact content = new ContentHash(this::requireRoom).of(library);
      return new Content(content.sha256(), content.sizeInBytes());
    } catch (IOException | UncheckedIOException | TooMuch e) {
      return new Content(null, length(library));
    }
  }

  private static boolean hasTooManyFiles(Path library) throws IOException {
    try (Stream<Path> files = Files.walk(library)) {
      return files.filter(Files::isRegularFile).limit(MAX_FILES + 1).count() > MAX_FILES;
    }
  }

  private void requireRoom(long read) {
    if (read > MAX_LENGTH || System.nanoTime() - end >= 0) {
      throw new TooMuch();
    }
  }

  private static long length(Path library) {
    try {
      return Files.isRegularFile(library) ? Files.size(library) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
