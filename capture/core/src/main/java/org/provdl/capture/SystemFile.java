package org.provdl.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Small files in which the operating system tells facts. What cannot be read tells nothing. */
final class SystemFile {

  private static final int MAX_LENGTH = 1 << 20;

  private SystemFile() {}

  /** Its first lines; none where it is missing or may not be read. */
  static List<String> lines(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return new String(content.readNBytes(MAX_LENGTH), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException | SecurityException e) {
      return List.of();
    }
  }

  /** The whole number that its first line is; none where it is something else. */
  static OptionalLong number(Path file) {
    return lines(file).stream().limit(1).flatMapToLong(SystemFile::number).findFirst();
  }

  /** The whole number that a text is; none where it is something else. */
  static LongStream number(String text) {
    try {
      return LongStream.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return LongStream.empty();
    }
  }
}
