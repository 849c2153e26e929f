package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashTest {

  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @TempDir private Path directory;

  @Test
  void aDirectoryIsNamedByTheLinesOfSha256sumInOrderOfTheBytesOfItsNames() throws IOException {
    // in this order by their bytes; Java's own order of strings has the last two the other way
    // round
    List<String> names =
        List.of("B", "a/b", "a b", "b", "\u00e4", "\uffe5", "\ud83d\ude00").stream()
            .sorted(
                (x, y) ->
                    Arrays.compareUnsigned(
                        x.getBytes(StandardCharsets.UTF_8), y.getBytes(StandardCharsets.UTF_8)))
            .toList();
    for (String name : List.of("\ud83d\ude00", "\uffe5", "b", "a b", "\u00e4", "a/b", "B")) {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name.equals("b") ? "" : "abc");
    }
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      lines.append(name.equals("b") ? EMPTY : ABC).append("  ").append(name).append('\n');
    }
    assertThat(names).endsWith("\uffe5", "\ud83d\ude00");
    Artifact artifact = Artifact.of(directory);
    assertThat(artifact.sha256())
        .isEqualTo(Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(artifact.sizeInBytes()).isEqualTo(6 * 3);
  }

  @Test
  void anEmptyDirectoryHasTheHashOfNothing() throws IOException {
    assertThat(Artifact.of(directory).sha256()).isEqualTo(EMPTY);
  }

  @Test
  void aNameOrAContentThatDiffersGivesAnotherHash() throws IOException {
    Path file = Files.writeString(directory.resolve("a"), "abc");
    String before = Artifact.of(directory).sha256();
    Files.move(file, directory.resolve("b"));
    String renamed = Artifact.of(directory).sha256();
    Files.writeString(directory.resolve("b"), "abd");
    assertThat(List.of(before, renamed, Artifact.of(directory).sha256())).doesNotHaveDuplicates();
  }

  @Test
  void aLinkThatLeadsBackIsNotFollowed() throws IOException {
    Files.writeString(directory.resolve("a"), "abc");
    String before = Artifact.of(directory).sha256();
    Files.createSymbolicLink(directory.resolve("loop"), directory);
    assertThat(Artifact.of(directory).sha256()).isEqualTo(before);
  }

  @Test
  void whatCannotBeReadIsAnError() throws IOException {
    Files.createSymbolicLink(directory.resolve("dangling"), directory.resolve("nowhere"));
    assertThatThrownBy(() -> Artifact.of(directory.resolve("dangling")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void progressIsToldInBytes() throws IOException {
    Path file = Files.write(directory.resolve("large"), new byte[200_000]);
    List<Long> told = new ArrayList<>();
    Artifact artifact = new ContentHash(told::add).of(file);
    assertThat(told).isSorted().hasSizeGreaterThan(2).endsWith(artifact.sizeInBytes());
  }
}
