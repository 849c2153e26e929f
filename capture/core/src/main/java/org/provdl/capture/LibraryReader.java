package org.provdl.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link Library} holds from a jar or a folder. Not thread-safe. */
final class LibraryReader {

  /** What a file must not have changed in to be taken for the same. */
  private record Key(Path path, long size, FileTime modified) {}

  /**
   * The jars of this process that were read before. Static, because a process has one class path,
   * whoever asks; what is in it depends on the files alone, and there are no more than those.
   */
  private static final Map<Key, Library> READ = new ConcurrentHashMap<>();

  private static final String POM_PROPERTIES = "META-INF/maven/[^/]+/[^/]+/pom\\.properties";
  private static final int MAX_PROPERTIES_LENGTH = 1 << 16;

  private final LibraryHash hash;

  /**
   * A reader that has a time for all hashes together.
   *
   * @param hashingTime after which libraries get no hash
   */
  LibraryReader(Duration hashingTime) {
    hash = new LibraryHash(hashingTime);
  }

  Library read(Path entry) {
    return Files.isDirectory(entry) ? readFolder(entry) : readJar(entry);
  }

  private Library readFolder(Path folder) {
    LibraryHash.Content content = hash.of(folder);
    return new Library(name(folder), null, content.sha256(), content.sizeInBytes());
  }

  private Library readJar(Path jar) {
    try {
      Key key = new Key(jar, Files.size(jar), Files.getLastModifiedTime(jar));
      Library known = READ.get(key);
      if (known != null) {
        return known;
      }
      LibraryHash.Content content = hash.of(jar);
      Library library =
          new Library(name(jar), version(jar), content.sha256(), content.sizeInBytes());
      if (library.sha256() != null) {
        READ.put(key, library);
      }
      return library;
    } catch (IOException e) {
      return new Library(name(jar), null, null, 0);
    }
  }

  private static String name(Path entry) {
    Path name = entry.getFileName();
    return name == null ? entry.toString() : name.toString();
  }

  /** Of the one Maven artifact that a jar holds, or else what its manifest says. */
  private static @Nullable String version(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      List<JarEntry> artifacts =
          file.stream().filter(entry -> entry.getName().matches(POM_PROPERTIES)).limit(2).toList();
      String version = artifacts.size() == 1 ? version(file, artifacts.get(0)) : null;
      return version == null ? version(file.getManifest()) : version;
    } catch (IOException | IllegalArgumentException | SecurityException e) {
      return null;
    }
  }

  private static @Nullable String version(JarFile file, JarEntry entry) throws IOException {
    Properties properties = new Properties();
    try (InputStream content = file.getInputStream(entry)) {
      properties.load(new ByteArrayInputStream(content.readNBytes(MAX_PROPERTIES_LENGTH)));
    }
    return properties.getProperty("version");
  }

  private static @Nullable String version(@Nullable Manifest manifest) {
    if (manifest == null) {
      return null;
    }
    Attributes attributes = manifest.getMainAttributes();
    String version = attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    return version == null ? attributes.getValue("Bundle-Version") : version;
  }
}
