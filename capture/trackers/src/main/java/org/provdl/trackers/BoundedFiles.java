package org.provdl.trackers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads files of a folder that anybody may have made: nothing outside of it, for links are not
 * followed, and nothing without bounds.
 */
final class BoundedFiles {

  /** Files and folders that are looked at in one folder, and how deep. */
  private static final int MOST_FILES = 100_000;

  private static final int DEEPEST = 16;

  private BoundedFiles() {}

  static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** The folders in a folder, in order of their names; none where there is no such folder. */
  static List<Path> folders(Path folder) {
    return list(folder, 1).stream().filter(BoundedFiles::isFolder).toList();
  }

  /** The files in a folder and below it, in order of their names; none where there is none. */
  static List<Path> files(Path folder) {
    return list(folder, DEEPEST).stream().filter(BoundedFiles::isFile).toList();
  }

  private static List<Path> list(Path folder, int depth) {
    if (!isFolder(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder, depth)) {
      List<Path> paths =
          found.filter(path -> !path.equals(folder)).limit(MOST_FILES + 1L).sorted().toList();
      if (paths.size() > MOST_FILES) {
        throw new UnreadableSourceException(
            "%s holds more than %,d files".formatted(folder, MOST_FILES));
      }
      return paths;
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(folder, e);
    }
  }

  /** The text of a file in UTF-8; malformed octets are replaced. */
  static String text(Path file, int most) {
    return new String(bytes(file, most), StandardCharsets.UTF_8);
  }

  static byte[] bytes(Path file, int most) {
    if (!isFile(file)) {
      throw new UnreadableSourceException("there is no file " + file);
    }
    try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = content.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new UnreadableSourceException("%s has more than %,d bytes".formatted(file, most));
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Takes the lines of a file one by one. */
  @FunctionalInterface
  interface Lines {
    void line(String line, long number);
  }

  /** Reads a file of any size line by line. */
  static void lines(Path file, int longest, Lines lines) {
    if (!isFile(file)) {
      throw new UnreadableSourceException("there is no file " + file);
    }
    try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      long number = 1;
      for (int character = reader.read(); character >= 0; character = reader.read()) {
        if (character == '\n') {
          lines.line(line.toString(), number);
          number++;
          line.setLength(0);
        } else if (character != '\r') {
          line.append((char) character);
        }
        if (line.length() > longest) {
          throw new UnreadableSourceException(
              "line %,d of %s has more than %,d characters".formatted(number, file, longest));
        }
      }
      if (line.length() > 0) {
        lines.line(line.toString(), number);
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UnreadableSourceException unreadable(Path path, Exception cause) {
    return new UnreadableSourceException("%s cannot be read: %s".formatted(path, cause), cause);
  }
}
