package org.provdl.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes the SHA-256 of files and folders, within a size and a time. Not thread-safe. */
final class ContentHash {

  /** What a file or a folder holds; no hash where it was too much. */
  record Content(@Nullable String sha256, long sizeInBytes) {}

  /** A file that is larger gets no hash. */
  static final long MAX_FILE_LENGTH = 512L << 20;

  /** A folder of more files gets no hash. */
  static final int MAX_FILES = 10_000;

  private static final int BUFFER = 1 << 16;

  private final long end;

  /**
   * Begins to measure the time.
   *
   * @param time after which nothing is hashed any more
   */
  ContentHash(Duration time) {
    end = System.nanoTime() + time.toNanos();
  }

  /** The hash of a file's bytes. */
  Content ofFile(Path file) throws IOException {
    long size = Files.size(file);
    MessageDigest digest = Sha256.digest();
    return new Content(digest(file, size, digest) ? Sha256.of(digest) : null, size);
  }

  /**
   * The hash of a folder's regular files in the order of their paths: of each path, a zero octet,
   * and the SHA-256 of the file in hexadecimal. Links are not followed.
   */
  Content ofFolder(Path folder) {
    MessageDigest digest = Sha256.digest();
    long size = 0;
    boolean complete = true;
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> files =
          walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .limit(MAX_FILES + 1)
              .sorted(Comparator.comparing(file -> path(folder, file)))
              .toList();
      complete = files.size() <= MAX_FILES;
      for (Path file : complete ? files : List.<Path>of()) {
        Content content = ofFile(file);
        digest.update(
            (path(folder, file) + "\0" + content.sha256()).getBytes(StandardCharsets.UTF_8));
        size += content.sizeInBytes();
        complete &= content.sha256() != null;
      }
    } catch (IOException | UncheckedIOException e) {
      complete = false;
    }
    return new Content(complete ? Sha256.of(digest) : null, size);
  }

  /** The same on every platform. */
  private static String path(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** Whether there was room and time for all of it. */
  private boolean digest(Path file, long size, MessageDigest digest) throws IOException {
    if (size > MAX_FILE_LENGTH) {
      return false;
    }
    byte[] buffer = new byte[BUFFER];
    try (InputStream content = Files.newInputStream(file)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        if (System.nanoTime() - end >= 0) {
          return false;
        }
        digest.update(buffer, 0, read);
      }
    }
    return true;
  }
}
