package org.provdl.capture;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROVDL;

/** How many epochs a run has, and how long they took, by the times that are in the graph. */
final class EpochTimes {

  private static final double MILLISECONDS = 1000;

  private long count;
  private long timed;
  private long total;
  private long longest = Long.MIN_VALUE;

  void add(@Nullable Instant started, @Nullable Instant ended) {
    count++;
    if (started != null && ended != null) {
      long duration =
          Duration.between(
                  started.truncatedTo(ChronoUnit.MILLIS), ended.truncatedTo(ChronoUnit.MILLIS))
              .toMillis();
      timed++;
      total += duration;
      longest = Math.max(longest, duration);
    }
  }

  void describe(Description training) {
    training.with(PROVDL.epochCount, count);
    if (timed > 0) {
      training
          .with(PROVDL.meanEpochInSeconds, total / MILLISECONDS / timed)
          .with(PROVDL.longestEpochInSeconds, longest / MILLISECONDS);
    }
  }
}
