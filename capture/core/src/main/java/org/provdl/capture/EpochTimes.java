package org.provdl.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROVDL;

/** How many epochs a run has, and how long they took, by the times that are in the graph. */
final class EpochTimes {

  private long count;
  private long timed;
  private long total;
  private long longest = Long.MIN_VALUE;

  void add(@Nullable Instant started, @Nullable Instant ended) {
    count++;
    Long duration = Elapsed.milliseconds(started, ended);
    if (duration != null) {
      timed++;
      total += duration;
      longest = Math.max(longest, duration);
    }
  }

  void describe(Description training) {
    training.with(PROVDL.epochCount, count);
    if (timed > 0) {
      training
          .with(PROVDL.meanEpochInSeconds, total / Elapsed.SECOND / timed)
          .with(PROVDL.longestEpochInSeconds, longest / Elapsed.SECOND);
    }
  }
}
