package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactTest {

  @TempDir private Path directory;

  @Test
  void aFileIsNamedByItsContent() throws IOException {
    Path file = Files.writeString(directory.resolve("a.txt"), "abc");
    assertThat(Artifact.of(file))
        .isEqualTo(
            new Artifact(
                "a.txt",
                file.toString(),
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                3));
  }

  @Test
  void anEmptyFileHasAHashToo() throws IOException {
    Path file = Files.createFile(directory.resolve("empty"));
    assertThat(Artifact.of(file).sha256()).startsWith("e3b0c44298fc1c149afbf4c8996fb924");
  }

  @Test
  void aMissingFileIsAnError() {
    assertThatThrownBy(() -> Artifact.of(directory.resolve("missing")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
