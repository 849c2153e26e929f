package org.provdl.capture;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Reads files to their ends, however large, and names them by what they hold. A directory is named
 * by the lines that {@code sha256sum} prints for all files in it, in order of the bytes of their
 * relative names: neither the order in which a file system lists them nor where it lies matters.
 */
final class ContentHash {

  private static final int BUFFER = 1 << 16;
  private static final Comparator<String> BYTES =
      (one, other) ->
          Arrays.compareUnsigned(
              one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

  private final LongConsumer progress;
  private long size;

  /**
   * Begins at zero.
   *
   * @param progress told how many bytes were read so far, each time some were
   */
  ContentHash(LongConsumer progress) {
    this.progress = progress;
  }

  Artifact of(Path source) throws IOException {
    String sha256 = Files.isDirectory(source) ? ofDirectory(source) : ofFile(source);
    Path name = source.getFileName();
    return new Artifact(
        name == null ? source.toString() : name.toString(), source.toString(), sha256, size);
  }

  private String ofDirectory(Path directory) throws IOException {
    MessageDigest digest = Sha256.digest();
    for (String name : names(directory)) {
      String line = ofFile(directory.resolve(name)) + "  " + name.replace(File.separatorChar, '/');
      digest.update((line + '\n').getBytes(StandardCharsets.UTF_8));
    }
    return Sha256.of(digest);
  }

  /**
   * Links to files count as files; links to directories are not followed, for they may lead back.
   */
  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .sorted(BYTES)
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private String ofFile(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream content = Files.newInputStream(file)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        digest.update(buffer, 0, read);
        size += read;
        progress.accept(size);
      }
    }
    return Sha256.of(digest);
  }
}
