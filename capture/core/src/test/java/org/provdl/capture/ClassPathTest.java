package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

  private static final Duration AMPLE = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @Test
  void aJarIsNamedByItsBytesWithTheVersionOfItsArtifact() throws IOException {
    Path jar =
        jar(
            "a-9.jar",
            Map.of("Implementation-Version", "0"),
            "META-INF/maven/org.example/a/pom.properties",
            "version=1.2.3\n");
    assertThat(read(jar))
        .isEqualTo(new Library("a-9.jar", "1.2.3", Artifact.of(jar).sha256(), Files.size(jar)));
  }

  @Test
  void aJarOfSeveralArtifactsHasTheVersionOfItsManifest() throws IOException {
    Path jar =
        jar(
            "a.jar",
            Map.of("Implementation-Version", "7"),
            "META-INF/maven/org.example/a/pom.properties",
            "version=1\n",
            "META-INF/maven/org.example/b/pom.properties",
            "version=2\n");
    assertThat(read(jar).version()).isEqualTo("7");
    assertThat(read(jar("b.jar", Map.of("Bundle-Version", "8"))).version()).isEqualTo("8");
    assertThat(read(jar("c.jar", Map.of())).version()).isNull();
  }

  @Test
  void whatIsNoJarStillHasAHash() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.jar"), "no zip");
    assertThat(read(file)).isEqualTo(new Library("broken.jar", null, Sha256.of("no zip"), 6));
    assertThat(read(folder.resolve("missing.jar")))
        .isEqualTo(new Library("missing.jar", null, null, 0));
  }

  @Test
  void aJarThatChangesIsReadAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jar"), "first");
    assertThat(read(file).sha256()).isEqualTo(Sha256.of("first"));
    Files.writeString(file, "second!");
    assertThat(read(file).sha256()).isEqualTo(Sha256.of("second!"));
  }

  @Test
  void aJarThatWasReadBeforeNeedsNoTime() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jar"), "known");
    read(file);
    assertThat(new LibraryReader(Duration.ZERO).read(file).sha256()).isEqualTo(Sha256.of("known"));
  }

  @Test
  void whenThereIsNoTimeLeftNothingIsHashedAndAnotherReaderDoes() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jar"), "slow");
    assertThat(new LibraryReader(Duration.ZERO).read(file))
        .isEqualTo(new Library("a.jar", null, null, 4));
    assertThat(read(file).sha256()).isEqualTo(Sha256.of("slow"));
  }

  @Test
  void aFolderIsNamedByItsFilesWhereverItLies() throws IOException {
    for (String place : List.of("x/classes", "y/classes")) {
      Files.createDirectories(folder.resolve(place).resolve("org"));
      Files.writeString(folder.resolve(place).resolve("org/A.class"), "a");
      Files.writeString(folder.resolve(place).resolve("B.class"), "bb");
    }
    Library first = read(folder.resolve("x/classes"));
    assertThat(first)
        .isEqualTo(read(folder.resolve("y/classes")))
        .isEqualTo(
            new Library(
                "classes",
                null,
                Sha256.of(Sha256.of("bb") + "  B.class\n" + Sha256.of("a") + "  org/A.class\n"),
                3));
    Files.move(folder.resolve("x/classes/B.class"), folder.resolve("x/classes/C.class"));
    assertThat(read(folder.resolve("x/classes"))).isNotEqualTo(first);
  }

  @Test
  void aFolderOfTooManyFilesHasNoHash() throws IOException {
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i <= LibraryHash.MAX_FILES; i++) {
      Files.createFile(many.resolve("f" + i));
    }
    assertThat(read(many).sha256()).isNull();
  }

  @Test
  void jarsThatManifestsNameBelongToTheClassPath() throws IOException {
    Path library = jar("lib/library one.jar", Map.of("Class-Path", "../main.jar missing.jar"));
    Path absolute = jar("elsewhere.jar", Map.of());
    Path main =
        jar(
            "main.jar",
            Map.of(
                "Class-Path",
                "lib/library%20one.jar " + absolute.toUri() + " https://example.org/x.jar %zz"));
    Path classes = Files.createDirectory(folder.resolve("classes"));
    String path =
        Stream.of(main.toString(), "", classes.toString(), main.toString(), "missing", "\0")
            .reduce((a, b) -> a + File.pathSeparator + b)
            .orElseThrow();
    assertThat(ClassPathEntries.of(path, null).smallestFirst())
        .containsExactlyInAnyOrder(main, library, absolute, classes);
    assertThat(ClassPathEntries.of((String) null).smallestFirst()).isEmpty();
  }

  @Test
  void theOrderOfTheEntriesDoesNotMatter() {
    Library one = new Library("a.jar", "1", "aa", 1);
    Library other = new Library("a.jar", "1", "bb", 1);
    Library third = new Library("b.jar", null, null, 1);
    ClassPath path = new ClassPath(List.of(one, other, third));
    assertThat(new ClassPath(List.of(third, other, one)))
        .isEqualTo(path)
        .returns(path.sha256(), ClassPath::sha256);
    assertThat(new ClassPath(List.of(one, third)).sha256()).isNotEqualTo(path.sha256());
  }

  @Test
  void theClassPathOfThisProcessHoldsWhatItRuns() throws Exception {
    Path jar = Path.of(Test.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    assertThat(ClassPath.detect().libraries())
        .filteredOn(library -> library.name().equals(jar.getFileName().toString()))
        .singleElement()
        .returns(Artifact.of(jar).sha256(), Library::sha256);
  }

  private static Library read(Path entry) {
    return new LibraryReader(AMPLE).read(entry);
  }

  private Path jar(String name, Map<String, String> attributes, String... files)
      throws IOException {
    Path jar = folder.resolve(name);
    Files.createDirectories(jar.getParent());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach(manifest.getMainAttributes()::putValue);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (int i = 0; i < files.length; i += 2) {
        out.putNextEntry(new JarEntry(files[i]));
        out.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }
}
