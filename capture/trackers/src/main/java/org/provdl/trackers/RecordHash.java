package org.provdl.trackers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.provdl.capture.Artifact;

/**
 * Names the record of a run by its content, as {@link Artifact#of(Path)} names a folder: by the
 * lines that {@code sha256sum} prints for its files in order of their names.
 */
final class RecordHash {

  private RecordHash() {}

  /** Of some files of a folder. */
  static Artifact of(Path folder, List<Path> files) {
    StringBuilder lines = new StringBuilder();
    long size = 0;
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      lines.append(file(file).sha256()).append("  ").append(name).append('\n');
      try {
        size += Files.size(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return named(folder, of(folder.toString(), folder.toString(), lines.toString()), size);
  }

  private static Artifact named(Path folder, Artifact lines, long size) {
    Path name = folder.getFileName();
    return new Artifact(
        name == null ? folder.toString() : name.toString(),
        folder.toString(),
        lines.sha256(),
        size);
  }

  /** Of a file, or of a folder with all that is in it. */
  static Artifact file(Path file) {
    try {
      return Artifact.of(file);
    } catch (IOException e) {
      throw new UnreadableSourceException("%s cannot be read: %s".formatted(file, e), e);
    }
  }

  /** Of a text, such as the answer of a server. */
  static Artifact of(String name, String location, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return Artifact.of(name, location, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
