package org.provdl.queries;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Finds query files in a folder and in the folders in it: their texts by path, such as {@code
 * runs/best-runs}, without {@code .rq}.
 */
final class QueryFiles {
  static final String EXTENSION = ".rq";

  /** A folder, the folders of its themes, and their files. */
  private static final int DEPTH = 2;

  private QueryFiles() {}

  /** The files that come with PROV-DL. */
  static SortedMap<String, String> standard() {
    URL folder = QueryFiles.class.getResource("catalogue");
    if (folder == null) {
      throw new QueryFileException(
          "The queries of PROV-DL are not on the class path; build it anew");
    }
    return at(folder);
  }

  /** The files of a folder of the class path, which is a folder of classes or lies in a jar. */
  static SortedMap<String, String> at(URL folder) {
    try {
      return folder.openConnection() instanceof JarURLConnection jar
          ? inJar(jar)
          : in(Path.of(folder.toURI()));
    } catch (IOException | URISyntaxException e) {
      throw unreadable(folder, e);
    }
  }

  static SortedMap<String, String> in(Path folder) {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      files
          .filter(file -> file.toString().endsWith(EXTENSION) && Files.isRegularFile(file))
          .forEach(
              file ->
                  texts.put(
                      name(folder.relativize(file).toString().replace(File.separatorChar, '/')),
                      read(file)));
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(folder, e);
    }
    return notEmpty(texts, folder);
  }

  private static SortedMap<String, String> inJar(JarURLConnection connection) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    // A cached jar is shared, and closing it would close it for everyone.
    connection.setUseCaches(false);
    String folder = connection.getEntryName().replaceFirst("/?$", "/");
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().startsWith(folder) && entry.getName().endsWith(EXTENSION)) {
          try (InputStream in = jar.getInputStream(entry)) {
            texts.put(
                name(entry.getName().substring(folder.length())),
                new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    }
    return notEmpty(texts, connection.getURL());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new QueryFileException("%s cannot be read as UTF-8 text".formatted(file), e);
    }
  }

  private static String name(String file) {
    return file.substring(0, file.length() - EXTENSION.length());
  }

  private static SortedMap<String, String> notEmpty(
      SortedMap<String, String> texts, Object folder) {
    if (texts.isEmpty()) {
      throw new QueryFileException("There is no %s file in %s".formatted(EXTENSION, folder));
    }
    return texts;
  }

  private static QueryFileException unreadable(Object folder, Exception cause) {
    return new QueryFileException(
        "The folder of queries %s cannot be read".formatted(folder), cause);
  }
}
