package org.provdl.capture;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The pauses between attempts, each about twice the one before. Chance spreads them, so that those
 * who lost a server at the same moment do not all come back at the same moment.
 *
 * <p>Not thread-safe.
 */
final class Backoff {

  static final Duration FIRST = Duration.ofMillis(100);
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final RandomGenerator random;
  private Duration ceiling = FIRST;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The next pause: between half of what is its turn and all of it, after what the target asks for.
   *
   * @param least the pause that the target asks for; zero for none
   */
  Duration next(Duration least) {
    long half = ceiling.toNanos() / 2;
    Duration pause = Duration.ofNanos(half + random.nextLong(half + 1));
    Duration doubled = ceiling.multipliedBy(2);
    ceiling = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return pause.compareTo(least) < 0 ? least.plus(pause) : pause;
  }

  /** Begins with the shortest pause again. */
  void reset() {
    ceiling = FIRST;
  }
}
