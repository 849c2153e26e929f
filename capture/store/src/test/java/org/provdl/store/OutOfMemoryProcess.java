package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.store.Quads.batch;
import static org.provdl.store.Quads.iri;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * A JVM with little memory, which other threads use up again and again while its store is read and
 * written. In the end it prints which appends succeeded.
 */
final class OutOfMemoryProcess {

  static final int BATCHES = 1_000;
  private static final int BATCH = 200;

  private static final int BEFORE = 5;
  private static final int HOARDERS = 1;
  private static final int READERS = 2;
  private static final int APPENDS = BEFORE + 10;
  private static final int FAILURES = 10;

  private final Path directory;
  private final boolean[] acknowledged = new boolean[BATCHES];
  private final AtomicInteger lastAcknowledged = new AtomicInteger();
  private final AtomicInteger failedReads = new AtomicInteger();
  private final AtomicInteger wrongReads = new AtomicInteger();
  private ProvenanceStore store;
  private volatile boolean done;

  private OutOfMemoryProcess(Path directory) {
    this.directory = directory;
    this.store = ProvenanceStore.openOrCreate(directory);
  }

  public static void main(String[] arguments) throws InterruptedException {
    OutOfMemoryProcess process = new OutOfMemoryProcess(Path.of(arguments[0]));
    process.warmUp();
    int next = process.appendAndReadWithoutMemory();
    process.assertGoesOn(next);
    process.store.close();
    for (int i = 0; i < BATCHES; i++) {
      if (process.acknowledged[i]) {
        System.out.println(i);
      }
    }
  }

  /** A class that meets the end of memory while it is loaded can never be used again. */
  private void warmUp() {
    for (int i = 0; i < BEFORE; i++) {
      append(i);
    }
    store.append(List.of(Quads.accident("accident", 1, OutOfMemoryProcess::fail)));
    store.close();
    store = ProvenanceStore.open(directory);
    assertContents();
  }

  private static void fail() {
    throw new IllegalStateException("so that all that mends is loaded");
  }

  private int appendAndReadWithoutMemory() throws InterruptedException {
    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < HOARDERS; i++) {
      others.add(new Thread(new Hoarder()));
    }
    for (int i = 0; i < READERS; i++) {
      others.add(new Thread(this::read));
    }
    others.forEach(Thread::start);
    int failedAppends = 0;
    int next = BEFORE;
    while (next < APPENDS || failedAppends + failedReads.get() < FAILURES) {
      try {
        append(next);
      } catch (RuntimeException | Error memory) {
        failedAppends++;
      }
      next++;
    }
    done = true;
    for (int i = 0; i < others.size(); i++) { // an iterator would need memory
      others.get(i).join();
    }
    return next;
  }

  private void append(int number) {
    store.append(batch(name(number), BATCH));
    acknowledged[number] = true;
    lastAcknowledged.set(number);
  }

  private void read() {
    while (!done) {
      try {
        int number = ThreadLocalRandom.current().nextInt(lastAcknowledged.get() + 1);
        if (acknowledged[number] && !content(store, number).equals(expected(number))) {
          wrongReads.incrementAndGet();
        }
      } catch (RuntimeException | Error memory) {
        failedReads.incrementAndGet();
      }
    }
  }

  private void assertGoesOn(int next) {
    assertThat(wrongReads).hasValue(0);
    append(next);
    assertContents();
    store.close();
    store = ProvenanceStore.open(directory);
    assertContents();
  }

  private void assertContents() {
    for (int i = 0; i < BATCHES; i++) {
      if (acknowledged[i]) {
        assertThat(content(store, i)).as(name(i)).isEqualTo(expected(i));
      }
    }
  }

  static Set<Quad> content(ProvenanceStore store, int number) {
    return store.read(
        dataset -> {
          Set<Quad> content = new HashSet<>();
          dataset
              .find(iri(name(number)), Node.ANY, Node.ANY, Node.ANY)
              .forEachRemaining(content::add);
          return content;
        });
  }

  static Set<Quad> expected(int number) {
    return new HashSet<>(batch(name(number), BATCH));
  }

  private static String name(int number) {
    return "run-" + number;
  }

  /** Takes all memory, holds it for a moment, and lets go of it. */
  private final class Hoarder implements Runnable {

    private static final Object[] NOTHING = {};

    private final Random random = new Random();
    private Object[] hoard = NOTHING;

    @Override
    public void run() {
      while (!done) {
        try {
          pause();
          while (!done) {
            hoard = new Object[] {hoard, new byte[1 << 12]};
          }
        } catch (OutOfMemoryError end) {
          letGo();
        }
      }
      hoard = NOTHING;
    }

    private void letGo() {
      try {
        pause();
      } catch (OutOfMemoryError again) {
        // even for that
      } finally {
        hoard = NOTHING;
      }
    }

    private void pause() {
      LockSupport.parkNanos(random.nextInt(20_000_000));
    }
  }
}
