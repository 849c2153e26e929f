package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provdl.store.Quads.batch;
import static org.provdl.store.Quads.count;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes that fail after they have begun. Each is large, and what was there before is read from
 * disk after it: with an abort, that is what corrupts TDB2 (apache/jena GH-3877).
 */
final class FailureTest {

  private final List<Quad> expected = new ArrayList<>();
  private ProvenanceStore store;

  @BeforeEach
  void openWithNothingCached(@TempDir Path directory) {
    try (ProvenanceStore before = ProvenanceStore.openOrCreate(directory)) {
      before.append(expecting(batch("before", 1_000)));
    }
    store = ProvenanceStore.open(directory);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aWriteThatFailsOnceIsRepeated() {
    store.append(expecting(withAccidents("run", 1, FailureTest::loseTheDisk)));

    assertContentsNowAndLater();
  }

  @Test
  void aWriteThatFailsTwiceLeavesNothingAndTheStoreGoesOn() {
    for (int round = 0; round < 3; round++) {
      assertThatThrownBy(
              () -> store.append(withAccidents("run", Integer.MAX_VALUE, FailureTest::loseTheDisk)))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("Cannot write to the store: ")
          .hasMessageNotContaining("\n");
      assertContents();
      store.append(expecting(batch("after-" + round, 1_000)));
      assertContents();
    }
    store.compact();

    assertContentsNowAndLater();
  }

  @Test
  void anInterruptThatReachesTheWriterCostsNothing() {
    store.append(expecting(withAccidents("run", 1, () -> Thread.currentThread().interrupt())));

    assertContentsNowAndLater();
  }

  @Test
  void readersThatRunDuringAFailureEndWell() throws InterruptedException {
    List<Integer> counts = new ArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              for (int i = 0; i < 50; i++) {
                counts.add(count(store));
              }
            });
    reader.start();
    store.append(expecting(withAccidents("run", 1, FailureTest::loseTheDisk)));
    reader.join();

    assertThat(counts).hasSize(50).isSubsetOf(1_000, expected.size());
  }

  private static void loseTheDisk() {
    throw new IllegalStateException("the disk is gone");
  }

  private List<Quad> expecting(List<Quad> quads) {
    expected.addAll(quads);
    return quads;
  }

  private void assertContents() {
    Set<String> contents =
        store.read(
            dataset -> {
              Set<String> read = new HashSet<>();
              dataset.find().forEachRemaining(quad -> read.add(quad.toString()));
              return read;
            });
    assertThat(contents)
        .isEqualTo(expected.stream().map(Quad::toString).collect(Collectors.toSet()));
  }

  private void assertContentsNowAndLater() {
    assertContents();
    store.append(expecting(batch("later", 1_000)));
    assertContents();
    store.close();
    store = ProvenanceStore.open(store.directory());
    assertContents();
  }

  /** Quads of which the last has an accident when it is written, the first so many times. */
  private static List<Quad> withAccidents(String name, int times, Runnable accident) {
    List<Quad> quads = new ArrayList<>(batch(name, 50_000));
    quads.add(Quads.accident(name, times, accident));
    return quads;
  }
}
