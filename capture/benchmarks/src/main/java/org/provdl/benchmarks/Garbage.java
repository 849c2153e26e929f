package org.provdl.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a training of Deeplearning4j leaves behind: each array has memory outside of the heap, which
 * threads of ND4J and JavaCPP free after a garbage collection. They fall behind a training of many
 * small arrays, and what they have not done makes each later pause of the collector longer and
 * takes processor time from whoever trains then.
 */
final class Garbage {

  private static final Predicate<String> FREEING =
      Pattern.compile("DeallocatorServiceThread_\\d+|JavaCPP Deallocator").asMatchPredicate();

  private static final long LOOK_IN_MILLISECONDS = 50;
  private static final int MOST_LOOKS = 200;

  private Garbage() {}

  /** Collects it, and waits until it is freed, ten seconds at most. */
  static void collect() {
    System.gc();
    long before = -1;
    long now = freeing();
    for (int i = 0; i < MOST_LOOKS && now != before; i++) {
      before = now;
      pause();
      now = freeing();
    }
  }

  /** The processor time of the threads that free, in nanoseconds. */
  private static long freeing() {
    return ThreadTimes.of(FREEING).values().stream().mapToLong(each -> each).sum();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_IN_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while garbage was freed.", e);
    }
  }
}
