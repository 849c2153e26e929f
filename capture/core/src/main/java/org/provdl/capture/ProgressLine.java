package org.provdl.capture;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The words that tell how far a study has come. */
final class ProgressLine {

  private final StudyDescription study;
  private final LongSupplier nanoTime;
  private final long start;

  ProgressLine(StudyDescription study, LongSupplier nanoTime) {
    this.study = study;
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
  }

  /** The share of the trials that have ended; 0 where nobody knows how many there are to be. */
  double share(int done) {
    Long planned = study.plannedTrials();
    return planned == null ? 0 : Math.min(1, (double) done / planned);
  }

  /** Such as {@code 3 of 20, best accuracy 0.95 (trial 2), 1:20 left}. */
  String text(int done, @Nullable String best) {
    Long planned = study.plannedTrials();
    return "%s, %s%s"
        .formatted(
            planned == null ? "trial " + done : done + " of " + planned,
            best == null
                ? "no " + study.metric() + " yet"
                : "best %s %s".formatted(study.metric(), best),
            planned == null || done >= planned ? "" : ", %s left".formatted(left(done, planned)));
  }

  private String left(int done, long planned) {
    double perTrial = (double) (nanoTime.getAsLong() - start) / done;
    Duration left = Duration.ofNanos((long) (perTrial * (planned - done)));
    String hours = left.toHours() == 0 ? "" : left.toHours() + ":";
    return "%s%s:%02d"
        .formatted(
            hours,
            hours.isEmpty() ? left.toMinutes() : "%02d".formatted(left.toMinutesPart()),
            left.toSecondsPart());
  }
}
