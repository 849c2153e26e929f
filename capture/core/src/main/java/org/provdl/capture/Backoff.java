package org.provdl.capture;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When to try again what failed: after a growing pause with some chance in it. Not thread-safe. */
final class Backoff {

  private static final long FIRST_NANOS = Duration.ofMillis(100).toNanos();
  private static final long LAST_NANOS = Duration.ofSeconds(10).toNanos();

  private final RandomGenerator random = RandomGenerator.getDefault();
  private long pause;
  private long until;

  /** Whether it is too early to try again. */
  boolean isWaiting() {
    return pause > 0 && System.nanoTime() - until < 0;
  }

  /**
   * Notes a failure.
   *
   * @param atLeast how long to wait at least
   * @return whether it is the first since the last success
   */
  boolean fail(Duration atLeast) {
    boolean first = pause == 0;
    pause = first ? FIRST_NANOS : Math.min(LAST_NANOS, 2 * pause);
    long jittered = pause / 2 + random.nextLong(pause / 2);
    until = System.nanoTime() + Math.max(atLeast.toNanos(), jittered);
    return first;
  }

  /** Notes a success. Returns whether there was a failure before. */
  boolean reset() {
    boolean failed = pause > 0;
    pause = 0;
    return failed;
  }
}
