package org.provdl.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.provdl.store.Quads.PREDICATE;
import static org.provdl.store.Quads.batch;
import static org.provdl.store.Quads.count;
import static org.provdl.store.Quads.iri;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CompactionTest {

  private static final long MIB = 1L << 20;
  private static final Compaction OFTEN = new Compaction(2 * MIB, Long.MAX_VALUE);
  private static final Compaction ON_CLOSE = new Compaction(Long.MAX_VALUE, MIB);

  @TempDir private Path directory;

  @Test
  void aStoreThatIsAppendedToForLongStaysSmall() {
    int commits = 120;
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory, OFTEN)) {
      for (int i = 0; i < commits; i++) {
        store.append(batch("run-" + i, 10));
        // Appends go on beside a compaction, and are quicker here. One that never came would end in
        // the timeout.
        while (newest().bytes() > 3 * MIB) {
          pause();
        }
      }
      assertThat(count(store)).isEqualTo(commits * 10);
    }
    assertThat(newest().path()).isNotEqualTo(directory.resolve("Data-0001"));
    assertContents(commits * 10);
  }

  @Test
  void withoutCompactionItGrows() {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory, Compaction.NEVER)) {
      for (int i = 0; i < 100; i++) {
        store.append(batch("run-" + i, 10));
      }
    }
    assertThat(newest().path()).isEqualTo(directory.resolve("Data-0001"));
    assertThat(newest().bytes()).isGreaterThan(8 * MIB);
  }

  @Test
  void whatWasAppendedIsCompactedOnClose() {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory, ON_CLOSE)) {
      for (int i = 0; i < 40; i++) {
        store.append(batch("run-" + i, 10));
      }
    }
    assertThat(newest().path()).isEqualTo(directory.resolve("Data-0002"));
    assertThat(newest().bytes()).isLessThan(MIB);
    assertContents(400);
  }

  @Test
  void onlyReadingRewritesNothing() {
    withoutCompactionItGrows();
    try (ProvenanceStore store = ProvenanceStore.open(directory, ON_CLOSE)) {
      assertThat(count(store)).isEqualTo(1_000);
    }
    assertThat(newest().path()).isEqualTo(directory.resolve("Data-0001"));
  }

  @Test
  void oneLargeAppendLeavesNothingToCompact() {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory, ON_CLOSE)) {
      store.append(batch("run", 20_000));
    }
    assertThat(newest().path()).isEqualTo(directory.resolve("Data-0001"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theSizesAreThoseOfTheDisk() throws Exception {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory, Compaction.NEVER)) {
      for (int i = 0; i < 100; i++) {
        store.append(batch("run-" + i, 10));
      }
      long before = diskUsage();
      Compacted compacted = store.compact();

      assertThat(compacted.bytesBefore()).isCloseTo(before, withinPercentage(10));
      assertThat(compacted.bytesAfter()).isCloseTo(diskUsage(), withinPercentage(30));
      assertThat(compacted.bytesAfter()).isLessThan(compacted.bytesBefore() / 5);
    }
  }

  @Test
  void aReadInFlightHoldsUpTheSwitchOnly() throws Exception {
    ExecutorService caller = Executors.newSingleThreadExecutor();
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory, Compaction.NEVER)) {
      store.append(batch("run", 1_000));
      Future<Compacted> compaction =
          store.read(
              dataset -> {
                Future<Compacted> begun = caller.submit(store::compact);
                while (Files.notExists(directory.resolve("Data-0002-tmp/nodes-data.obj"))) {
                  pause();
                }
                assertThat(Quads.count(dataset)).isEqualTo(1_000);
                assertThat(begun.isDone()).isFalse();
                return begun;
              });
      compaction.get();

      assertThat(count(store)).isEqualTo(1_000);
      assertThat(directory.resolve("Data-0001")).doesNotExist();
    } finally {
      caller.shutdown();
    }
  }

  @Test
  void itEndsWhileReadersNeverPause() throws Exception {
    int readers = StoreThreads.READERS / 2;
    ExecutorService callers = Executors.newFixedThreadPool(readers);
    AtomicBoolean compacted = new AtomicBoolean();
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory, Compaction.NEVER)) {
      store.append(batch("run", 1_000));
      CountDownLatch reading = new CountDownLatch(readers);
      List<Future<?>> endless = new ArrayList<>();
      for (int i = 0; i < readers; i++) {
        endless.add(
            callers.submit(
                () -> {
                  while (!compacted.get()) {
                    assertThat(count(store)).isEqualTo(1_000);
                    reading.countDown();
                  }
                }));
      }
      reading.await();
      store.compact();
      compacted.set(true);
      for (Future<?> reader : endless) {
        reader.get();
      }
    } finally {
      compacted.set(true);
      callers.shutdown();
    }
    assertThat(newest().path()).isEqualTo(directory.resolve("Data-0002"));
  }

  @Test
  void whatACrashHasLeftIsClearedAway() throws IOException {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory)) {
      store.append(batch("run", 100));
      store.compact();
    }
    Path unfinished = Files.createDirectory(directory.resolve("Data-0003-tmp"));
    Files.writeString(unfinished.resolve("GSPO.bpt"), "half");
    Path superseded = Files.createDirectory(directory.resolve("Data-0001"));
    Files.writeString(superseded.resolve("GSPO.bpt"), "half");
    assertContents(100);

    assertThat(unfinished).doesNotExist();
    assertThat(superseded).doesNotExist();
  }

  @Test
  void aGenerationThatSomebodyElseKeepsStays() throws IOException {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory)) {
      store.append(batch("run", 100));
    }
    Files.move(directory.resolve("Data-0001"), directory.resolve("Data-0005"));
    Path kept = Files.createDirectory(directory.resolve("Data-0004"));
    try (ProvenanceStore store = ProvenanceStore.open(directory)) {
      store.compact();
    }
    assertContents(100);

    assertThat(kept).exists();
    assertThat(newest().path()).isEqualTo(directory.resolve("Data-0006"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "live",
        "live -5\n",
        "live 99999999999999999999\n",
        "live 5\nsupersedes ../Data-0001\n",
        "live 5\nsupersedes Data-0002\n",
        "live 5\nsupersedes Data-0003\n",
        "\0\0\0\0\uffff"
      })
  void aDamagedRecordCostsNothing(String content) throws IOException {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory)) {
      store.append(batch("run", 100));
      store.compact();
    }
    Files.writeString(directory.resolve("Data-0002").resolve(GenerationRecord.FILE), content);
    assertContents(100);
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory, ON_CLOSE)) {
      store.append(batch("later", 10));
    }
    assertContents(110);
  }

  @Test
  void aRecordIsReadAsItWasWritten() throws IOException {
    GenerationRecord record = new GenerationRecord(123_456, Optional.of("Data-0007"));
    record.writeTo(directory);
    assertThat(GenerationRecord.of(directory)).isEqualTo(record);
    Files.writeString(directory.resolve(GenerationRecord.FILE), "live 1\n".repeat(1_000_000));
    assertThat(GenerationRecord.of(directory).live()).isZero();
  }

  @Test
  void whatAnotherProgramHasInTheDefaultGraphSurvives() {
    Quad foreign =
        Quad.create(
            Quad.defaultGraphIRI, iri("s"), PREDICATE, NodeFactory.createLiteralString("value"));
    DatasetGraph plain = DatabaseMgr.connectDatasetGraph(Location.create(directory));
    Txn.executeWrite(plain, () -> plain.add(foreign));
    TDBInternal.expel(plain);
    try (ProvenanceStore store = ProvenanceStore.open(directory)) {
      store.append(batch("run", 10));
      store.compact();

      assertThat(store.<Boolean>read(dataset -> dataset.contains(foreign))).isTrue();
      assertThat(count(store)).isEqualTo(10);
    }
  }

  @Test
  void settingsOfTdb2Survive() throws IOException {
    ProvenanceStore.openOrCreate(directory).close();
    Files.writeString(directory.resolve("Data-0001/fixed.opt"), "");
    try (ProvenanceStore store = ProvenanceStore.open(directory)) {
      store.compact();
    }
    assertThat(directory.resolve("Data-0002/fixed.opt")).exists();
  }

  private void assertContents(int quads) {
    try (ProvenanceStore store = ProvenanceStore.open(directory)) {
      assertThat(count(store)).isEqualTo(quads);
    }
  }

  private Generation newest() {
    return Generation.newest(directory).orElseThrow();
  }

  private long diskUsage() throws IOException {
    Process usage = new ProcessBuilder("du", "-sk", directory.toString()).start();
    String answer = new String(usage.getInputStream().readAllBytes(), UTF_8);
    return Long.parseLong(answer.substring(0, answer.indexOf('\t'))) << 10;
  }

  private static void pause() {
    LockSupport.parkNanos(1_000_000);
  }
}
