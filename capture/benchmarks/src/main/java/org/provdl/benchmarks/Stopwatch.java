package org.provdl.benchmarks;

import java.util.concurrent.Callable;

/** Times an action in seconds, on a heap without garbage. */
final class Stopwatch {

  private static final double NANOSECONDS_PER_SECOND = 1e9;

  private Stopwatch() {}

  static double seconds(Callable<?> action) throws Exception {
    System.gc();
    long start = System.nanoTime();
    action.call();
    return (System.nanoTime() - start) / NANOSECONDS_PER_SECOND;
  }
}
