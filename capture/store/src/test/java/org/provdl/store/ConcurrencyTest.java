package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.store.Quads.batch;
import static org.provdl.store.Quads.count;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ConcurrencyTest {

  private ProvenanceStore store;

  @BeforeEach
  void open(@TempDir Path directory) {
    store = ProvenanceStore.openOrCreate(directory);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void readersWritersAndCompactionAllEnd() throws Exception {
    int batches = 40;
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int worker = 0; worker < 4; worker++) {
      String name = "run-" + worker;
      tasks.add(
          () -> {
            for (int i = 0; i < batches; i++) {
              store.append(batch(name + "/" + i, 25));
            }
            return 0;
          });
    }
    for (int worker = 0; worker < StoreThreads.READERS + 4; worker++) {
      tasks.add(
          () -> {
            for (int i = 0; i < 30; i++) {
              assertThat(count(store) % 25).isZero();
            }
            return 0;
          });
    }
    tasks.add(
        () -> {
          for (int i = 0; i < 5; i++) {
            store.compact();
          }
          return 0;
        });
    runAll(tasks);

    assertThat(count(store)).isEqualTo(4 * batches * 25);
  }

  @Test
  void interruptedCallersHurtNobody() throws Exception {
    store.append(batch("run", 1_000));
    for (int round = 0; round < 30; round++) {
      String name = "round-" + round;
      Thread caller =
          new Thread(
              () -> {
                assertThat(count(store)).isGreaterThanOrEqualTo(1_000);
                store.append(batch(name, 1_000));
              });
      caller.start();
      Thread.sleep(round % 10);
      caller.interrupt();
      caller.join();
    }
    store.append(batch("later", 1));

    assertThat(count(store)).isEqualTo(1_000 + 30 * 1_000 + 1);
  }

  @Test
  void anInterruptedCallerKeepsItsInterruptAndGetsItsAnswer() {
    Thread.currentThread().interrupt();
    store.append(batch("run", 10));
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    int counted = count(store);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(counted).isEqualTo(10);
  }

  @Test
  void closingWaitsForTheReadsThatHaveBegun() throws Exception {
    store.append(batch("run", 10));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    ExecutorService caller = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> answer =
          caller.submit(
              () ->
                  store.<Integer>read(
                      dataset -> {
                        begun.countDown();
                        awaitUninterrupted(finish);
                        return Quads.count(dataset);
                      }));
      begun.await();
      Thread closer = new Thread(store::close);
      closer.start();
      TimeUnit.MILLISECONDS.sleep(100);
      assertThat(closer.isAlive()).isTrue();
      finish.countDown();
      closer.join();

      assertThat(answer.get()).isEqualTo(10);
    } finally {
      caller.shutdown();
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      throw new AssertionError("A thread of the store was interrupted", unexpected);
    }
  }

  private static void runAll(List<Callable<Integer>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      for (Future<Integer> result : threads.invokeAll(tasks)) {
        result.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}
