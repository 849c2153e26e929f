package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provdl.store.Quads.batch;
import static org.provdl.store.Quads.count;
import static org.provdl.store.Quads.iri;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a store while a copy of it is made, which takes as long as dozens of appends. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CompactionBesideAppendsTest {

  private static final int BEFORE = 10_000;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Quad> expected = new HashSet<>();
  private ProvenanceStore store;

  @BeforeEach
  void openStoreThatTakesLongToCopy(@TempDir Path directory) {
    store = ProvenanceStore.openOrCreate(directory, Compaction.NEVER);
    append(batch("before", BEFORE));
  }

  @AfterEach
  void nothingIsLost() {
    assertContents();
    store.close();
    store = ProvenanceStore.open(store.directory());
    assertContents();
    store.close();
    threads.shutdown();
  }

  @Test
  void appendsReturnWhileTheCopyIsMade() throws Exception {
    Future<Compacted> compaction = beginToCompact();
    int returned = 0;
    for (int i = 0; !compaction.isDone(); i++) {
      append(batch("run-" + i, 10));
      returned += compaction.isDone() ? 0 : 1;
    }

    assertThat(returned).isGreaterThan(1);
    assertThat(compaction.get().bytesAfter()).isLessThan(compaction.get().bytesBefore() * 2);
    assertThat(files()).containsExactly("Data-0002");
  }

  @Test
  void aLargeAppendIsAddedBeforeTheWriterHasToWait() throws Exception {
    Future<Compacted> compaction = beginToCompact();
    append(batch("large", 5_000));
    compaction.get();

    assertThat(files()).containsExactly("Data-0002");
    assertThat(store.directory().resolve("Data-0002/provdl.spool")).doesNotExist();
  }

  @Test
  void manyAppendAndReadDuringManyCompactions() throws Exception {
    int size = 25;
    AtomicBoolean end = new AtomicBoolean();
    AtomicInteger returned = new AtomicInteger();
    List<Future<List<Quad>>> writers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String name = "writer-" + i + "/";
      writers.add(threads.submit(() -> appendUntil(end, name, size, returned)));
    }
    List<Future<?>> readers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      readers.add(
          threads.submit(
              () -> {
                while (!end.get()) {
                  int least = returned.get() * size;
                  int there = count(store) - BEFORE;
                  assertThat(there % size).as("whole batches").isZero();
                  assertThat(there).isGreaterThanOrEqualTo(least);
                }
              }));
    }
    for (int i = 0; i < 2; i++) {
      store.compact();
    }
    end.set(true);
    for (Future<?> reader : readers) {
      reader.get();
    }
    for (Future<List<Quad>> writer : writers) {
      expected.addAll(writer.get());
    }
    assertThat(files()).containsExactly("Data-0003");
  }

  private List<Quad> appendUntil(AtomicBoolean end, String name, int size, AtomicInteger returned) {
    List<Quad> appended = new ArrayList<>();
    for (int i = 0; !end.get(); i++) {
      List<Quad> batch = batch(name + i, size);
      store.append(batch);
      returned.incrementAndGet();
      appended.addAll(batch);
    }
    return appended;
  }

  @Test
  void aRemovalWaitsForTheEndAndIsNotUndone() throws Exception {
    store.append(batch("old", 10));
    Future<Compacted> compaction = beginToCompact();
    store.append(batch("old", 20));
    Path copied = store.directory().resolve("Data-0001");
    Future<OptionalLong> removal =
        threads.submit(() -> store.remove(List.of(iri("old")), dataset -> Files.notExists(copied)));
    append(batch("meanwhile", 10));
    compaction.get();

    assertThat(removal.get()).hasValue(20);
  }

  @Test
  void aWriteThatFailsIsRepeatedAndTheCopyGivenUpWhileReadsGoOn() throws Exception {
    AtomicBoolean end = new AtomicBoolean();
    Future<Set<Integer>> counts =
        threads.submit(
            () -> {
              Set<Integer> seen = new HashSet<>();
              while (!end.get()) {
                seen.add(count(store));
              }
              return seen;
            });
    Future<Compacted> compaction = beginToCompact();
    List<Quad> unlucky = new ArrayList<>(batch("unlucky", 99));
    unlucky.add(
        Quads.accident(
            "unlucky",
            1,
            () -> {
              throw new IllegalStateException("the disk is gone");
            }));
    append(unlucky);
    assertThatThrownBy(compaction::get)
        .hasCauseInstanceOf(StoreException.class)
        .hasMessageContaining("given up");
    append(batch("later", 10));
    end.set(true);

    assertThat(counts.get()).isSubsetOf(BEFORE, BEFORE + 100, BEFORE + 110);
    assertThat(files()).containsExactly("Data-0001");
    store.compact();
    assertThat(files()).containsExactly("Data-0002");
  }

  @Test
  void aReadThatBreaksSomethingHoldsNobodyUp() throws Exception {
    Future<Compacted> compaction = beginToCompact();
    assertThatThrownBy(() -> store.read(CompactionBesideAppendsTest::runOutOfMemory))
        .isInstanceOf(OutOfMemoryError.class);
    append(batch("later", 10));
    assertThatThrownBy(compaction::get).hasMessageContaining("given up");
    store.compact();

    assertThat(files()).containsExactly("Data-0002");
  }

  private static boolean runOutOfMemory(DatasetGraph dataset) {
    throw new OutOfMemoryError("of " + dataset.getClass());
  }

  @Test
  void aSpoolThatFailsFailsTheCompactionAndNoAppend() throws Exception {
    Future<Compacted> compaction = beginToCompact();
    append(List.of(Quads.accident("spooled", Integer.MAX_VALUE, this::failInSpool)));
    append(batch("later", 10));
    assertThatThrownBy(compaction::get)
        .hasCauseInstanceOf(StoreException.class)
        .hasMessageContaining("Cannot keep what is appended");
    append(batch("last", 10));

    assertThat(files()).containsExactly("Data-0001");
  }

  private void failInSpool() {
    if (StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(frame -> frame.getClassName().equals(Spool.class.getName())))) {
      throw new IllegalStateException("no room for the spool");
    }
  }

  @Test
  void closingWaitsForTheEnd() throws Exception {
    Future<Compacted> compaction = beginToCompact();
    store.close();

    assertThat(compaction.isDone()).isTrue();
    assertThat(files()).containsExactly("Data-0002");
    assertThatThrownBy(() -> store.compact()).hasMessageContaining("The store is closed");
    store = ProvenanceStore.open(store.directory());
  }

  /** A compaction whose copy has begun. */
  private Future<Compacted> beginToCompact() {
    Future<Compacted> compaction = threads.submit(store::compact);
    while (Files.notExists(store.directory().resolve("Data-0002-tmp/provdl.spool"))) {
      Thread.onSpinWait();
    }
    return compaction;
  }

  private void append(List<Quad> quads) {
    store.append(quads);
    expected.addAll(quads);
  }

  private void assertContents() {
    List<Quad> rows =
        store.read(
            dataset -> {
              List<Quad> read = new ArrayList<>();
              dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(read::add);
              return read;
            });
    assertThat(rows).hasSameSizeAs(expected);
    assertThat(new HashSet<>(rows).equals(expected)).isTrue();
  }

  private List<String> files() throws IOException {
    try (var entries = Files.list(store.directory())) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.startsWith("Data-"))
          .sorted()
          .toList();
    }
  }
}
