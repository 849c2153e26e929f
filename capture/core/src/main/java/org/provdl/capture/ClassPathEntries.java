package org.provdl.capture;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The files and folders that a class path consists of: those that it names, and those that the
 * manifests of its jars name. Not thread-safe.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/jar/jar.html">JAR File
 *     Specification, Class-Path</a>
 */
final class ClassPathEntries {

  /** A process has fewer; manifests that name each other without end have more. */
  private static final int MAX_ENTRIES = 10_000;

  private final Map<Path, Long> sizes = new LinkedHashMap<>();

  /** The class path and the module path, and what the loaders of this thread's classes add. */
  static ClassPathEntries ofThisProcess() {
    ClassPathEntries entries =
        of(System.getProperty("java.class.path"), System.getProperty("jdk.module.path"));
    for (ClassLoader loader = Thread.currentThread().getContextClassLoader();
        loader != null;
        loader = loader.getParent()) {
      if (loader instanceof URLClassLoader urls) {
        entries.addAll(urls.getURLs());
      }
    }
    return entries;
  }

  private void addAll(URL... urls) {
    for (URL url : urls) {
      try {
        add(Path.of(url.toURI()));
      } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
        // not on a disk of this machine
      }
    }
  }

  static ClassPathEntries of(@Nullable String... paths) {
    ClassPathEntries entries = new ClassPathEntries();
    for (String path : paths) {
      if (path != null) {
        for (String entry : path.split(File.pathSeparator, -1)) {
          entries.addNamed(entry);
        }
      }
    }
    return entries;
  }

  /** By size, folders first, so that a bound on time leaves out as few as can be. */
  List<Path> smallestFirst() {
    return sizes.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void addNamed(String entry) {
    try {
      if (!entry.isEmpty()) {
        add(Path.of(entry));
      }
    } catch (InvalidPathException e) {
      // the Java virtual machine passes over it too
    }
  }

  private void add(Path named) {
    Path entry = named.toAbsolutePath().normalize();
    if (sizes.size() >= MAX_ENTRIES || sizes.containsKey(entry)) {
      return;
    }
    if (Files.isDirectory(entry)) {
      sizes.put(entry, 0L);
    } else if (Files.isRegularFile(entry)) {
      sizes.put(entry, entry.toFile().length());
      addOthersOf(entry);
    }
  }

  private void addOthersOf(Path jar) {
    for (String name : classPathOf(jar).split(" ", -1)) {
      try {
        URI other = jar.toUri().resolve(name);
        if (!name.isEmpty() && "file".equals(other.getScheme())) {
          add(Path.of(other));
        }
      } catch (IllegalArgumentException e) {
        // the Java virtual machine passes over it too
      }
    }
  }

  private static String classPathOf(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String path =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return path == null ? "" : path;
    } catch (IOException | SecurityException e) {
      return "";
    }
  }
}
