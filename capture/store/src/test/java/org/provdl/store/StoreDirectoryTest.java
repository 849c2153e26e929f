package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.provdl.store.Quads.batch;
import static org.provdl.store.Quads.count;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreDirectoryTest {

  @Test
  void aMissingStoreIsNotCreatedByOpening(@TempDir Path directory) {
    Path missing = directory.resolve("missing");

    assertRefused(() -> ProvenanceStore.open(missing))
        .hasMessageStartingWith("There is no store at " + missing);
    assertThat(missing).doesNotExist();
  }

  @Test
  void aNewStoreIsCreatedWithItsParents(@TempDir Path directory) {
    Path deep = directory.resolve("a/b/provdl-store");
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(deep)) {
      store.append(batch("run", 1));
    }
    try (ProvenanceStore store = ProvenanceStore.open(deep)) {
      assertThat(count(store)).isEqualTo(1);
    }
  }

  @Test
  void aFileIsNoStore(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "text");

    assertRefused(() -> ProvenanceStore.open(file)).hasMessageContaining("is not a directory");
    assertRefused(() -> ProvenanceStore.openOrCreate(file))
        .hasMessageContaining("is not a directory");
    assertRefused(() -> ProvenanceStore.openOrCreate(file.resolve("below")))
        .hasMessageStartingWith("Cannot create the directory");
  }

  @Test
  void aDirectoryWithOtherContentIsLeftAlone(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("thesis.tex"), "text");

    assertRefused(() -> ProvenanceStore.open(directory)).hasMessageContaining("is not a store");
    assertRefused(() -> ProvenanceStore.openOrCreate(directory))
        .hasMessageContaining("holds something else than a store");
    try (Stream<Path> entries = Files.list(directory)) {
      assertThat(entries).hasSize(1);
    }
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsRefused(@TempDir Path directory) throws IOException {
    ProvenanceStore.openOrCreate(directory).close();
    assumeThat(directory.toFile().setWritable(false)).isTrue();
    try {
      assumeThat(Files.isWritable(directory)).as("permissions bind this user").isFalse();
      assertRefused(() -> ProvenanceStore.open(directory))
          .hasMessageStartingWith("Cannot write to the directory");
    } finally {
      assertThat(directory.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void aStoreIsOpenOnceInAProcessUnderWhateverName(@TempDir Path directory) throws IOException {
    Path store = directory.resolve("store");
    Path link = directory.resolve("link");
    try (ProvenanceStore first = ProvenanceStore.openOrCreate(store)) {
      Files.createSymbolicLink(link, store);
      assertRefused(() -> ProvenanceStore.open(store)).hasMessageContaining("is open already");
      assertRefused(() -> ProvenanceStore.open(link)).hasMessageContaining("is open already");
      first.append(batch("run", 1));
    }
    try (ProvenanceStore second = ProvenanceStore.open(link)) {
      assertThat(count(second)).isEqualTo(1);
    }
  }

  @Test
  void aDamagedStoreIsRefusedEachTime(@TempDir Path directory) throws IOException {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory)) {
      store.append(batch("run", 100));
    }
    Path index = directory.resolve("Data-0001/SPO.idn");
    Files.delete(index);
    Files.createDirectory(index);

    for (int attempt = 0; attempt < 2; attempt++) {
      assertRefused(() -> ProvenanceStore.open(directory))
          .hasMessageStartingWith("Cannot open the store " + directory.toRealPath())
          .hasMessageNotContaining("already held");
    }
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      ThrowingCallable opening) {
    return assertThatThrownBy(opening)
        .isInstanceOf(StoreException.class)
        .hasMessageNotContaining("\n");
  }
}
