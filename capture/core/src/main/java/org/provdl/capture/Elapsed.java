package org.provdl.capture;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How long something took by the times that are in the graph, which tell milliseconds. */
final class Elapsed {

  /** How many milliseconds a second has. */
  static final double SECOND = 1000;

  private Elapsed() {}

  /** The milliseconds between two times; null where one of them is not known. */
  static @Nullable Long milliseconds(@Nullable Instant started, @Nullable Instant ended) {
    return started == null || ended == null
        ? null
        : Long.valueOf(
            Duration.between(
                    started.truncatedTo(ChronoUnit.MILLIS), ended.truncatedTo(ChronoUnit.MILLIS))
                .toMillis());
  }

  /** The seconds between two times; null where one of them is not known. */
  static @Nullable Double seconds(@Nullable Instant started, @Nullable Instant ended) {
    Long milliseconds = milliseconds(started, ended);
    return milliseconds == null ? null : Double.valueOf(milliseconds / SECOND);
  }
}
