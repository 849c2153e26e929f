package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final RandomGenerator LEAST = () -> 0;

  @Test
  void pausesDoubleUpToTheLongest() {
    Backoff backoff = new Backoff(LEAST);
    assertThat(Stream.generate(() -> backoff.next(Duration.ZERO).toMillis()).limit(11))
        .containsExactly(
            50L, 100L, 200L, 400L, 800L, 1600L, 3200L, 6400L, 12_800L, 15_000L, 15_000L);
  }

  @Test
  void chanceSpreadsAPauseOverItsUpperHalf() {
    RandomGenerator random = new java.util.Random(7);
    assertThat(Stream.generate(() -> new Backoff(random).next(Duration.ZERO).toMillis()).limit(500))
        .allMatch(pause -> pause >= 50 && pause <= 100)
        .anyMatch(pause -> pause < 55)
        .anyMatch(pause -> pause > 95);
  }

  @Test
  void whatTheTargetAsksForIsKeptAndSpreadToo() {
    assertThat(new Backoff(LEAST).next(Duration.ofSeconds(7))).isEqualTo(Duration.ofMillis(7050));
    assertThat(new Backoff(LEAST).next(Duration.ofMillis(20))).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void afterASuccessItBeginsAnew() {
    Backoff backoff = new Backoff(LEAST);
    backoff.next(Duration.ZERO);
    backoff.next(Duration.ZERO);
    backoff.reset();
    assertThat(backoff.next(Duration.ZERO)).isEqualTo(Duration.ofMillis(50));
  }
}
