package org.provdl.cli;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class path as {@code java -cp} takes it: jars, folders, and {@code *} for all jars of a folder.
 *
 * @param text the entries with the system's separator between them; null for none
 */
record ClassPathOption(@Nullable String text) {

  /** A loader of it, after the classes of this command. */
  URLClassLoader loader() throws IOException {
    List<URL> urls = new ArrayList<>();
    if (text != null) {
      for (String entry : text.split(File.pathSeparator, -1)) {
        if (entry.endsWith("*")) {
          addJars(Path.of(entry.substring(0, entry.length() - 1)), urls);
        } else if (!entry.isEmpty()) {
          add(Path.of(entry), urls);
        }
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassPathOption.class.getClassLoader());
  }

  private static void addJars(Path directory, List<URL> urls) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(directory, "*.jar")) {
      for (Path jar : jars) {
        add(jar, urls);
      }
    }
  }

  private static void add(Path entry, List<URL> urls) throws MalformedURLException {
    if (!Files.exists(entry)) {
      throw new IllegalArgumentException("There is no %s for the class path.".formatted(entry));
    }
    urls.add(entry.toUri().toURL());
  }
}
