package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provdl.store.Quads.PREDICATE;
import static org.provdl.store.Quads.batch;
import static org.provdl.store.Quads.count;
import static org.provdl.store.Quads.iri;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes that fail after they have begun. */
final class FailureTest {

  private static final String WRITER = "provdl-store-writer";

  private ProvenanceStore store;

  @BeforeEach
  void open(@TempDir Path directory) {
    store = ProvenanceStore.openOrCreate(directory);
    store.append(batch("before", 100));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aWriteThatFailsOnceIsRepeated() {
    store.append(withFailures("run", 1));

    assertCountNowAndAfterOpeningAgain(100 + 20_001);
  }

  @Test
  void aWriteThatFailsTwiceLeavesNothingAndTheStoreGoesOn() {
    for (int attempt = 0; attempt < 3; attempt++) {
      assertThatThrownBy(() -> store.append(withFailures("run", Integer.MAX_VALUE)))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("Cannot write to the store, so nothing of the batch is in it")
          .hasMessageNotContaining("\n");
      assertThat(count(store)).isEqualTo(100 * (attempt + 1));
      store.append(batch("after-" + attempt, 100));
    }
    store.compact();

    assertCountNowAndAfterOpeningAgain(400);
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
    store.append(withFailures("run", 1));
    reader.join();

    assertThat(counts).hasSize(50).isSubsetOf(100, 100 + 20_001);
  }

  @Test
  void anInterruptThatReachesTheWriterCostsNothing() throws InterruptedException {
    Thread writer =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith(WRITER))
            .findAny()
            .orElseThrow();
    Thread interrupter = new Thread(writer::interrupt);
    interrupter.start();
    store.append(batch("run", 20_000));
    interrupter.join();

    assertCountNowAndAfterOpeningAgain(100 + 20_000);
  }

  private void assertCountNowAndAfterOpeningAgain(int expected) {
    assertThat(count(store)).isEqualTo(expected);
    store.append(batch("later", 10));
    store.close();
    store = ProvenanceStore.open(store.directory());
    assertThat(count(store)).isEqualTo(expected + 10);
  }

  /** Quads of which the last fails when it is written, the first so many times. */
  private static List<Quad> withFailures(String name, int failures) {
    AtomicInteger left = new AtomicInteger(failures);
    BaseDatatype failing =
        new BaseDatatype("https://example.org/failing") {
          @Override
          public String getURI() {
            if (Thread.currentThread().getName().startsWith(WRITER) && left.getAndDecrement() > 0) {
              throw new IllegalStateException("the disk is gone");
            }
            return super.getURI();
          }
        };
    List<Quad> quads = new ArrayList<>(batch(name, 20_000));
    quads.add(
        Quad.create(iri(name), iri("s"), PREDICATE, NodeFactory.createLiteralDT("value", failing)));
    return quads;
  }
}
