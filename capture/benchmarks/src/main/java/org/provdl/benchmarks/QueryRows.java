package org.provdl.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the times of questions come to, beside their bars. */
final class QueryRows {

  /** By how much answers may slow down that should not; and what nobody notices. */
  private static final double FACTOR = 2;

  private static final double UNNOTICED_MILLISECONDS = 5;

  private QueryRows() {}

  static List<Row> of(int runs, Asked asked) {
    String variant = "%,d runs: %s".formatted(runs, asked.name());
    double bar = asked.question().kind().bar();
    return List.of(
        row(variant, "p50", "ms", asked.median(), null),
        row(variant, "p95", "ms", asked.p95(), Bar.atMost(bar, "ms", asked.p95())),
        row(variant, "answer", "rows", Estimate.of(asked.rows()), null));
  }

  static Row whileTraining(int runs, Asked quiet, Asked disturbed) {
    return row(
        "%,d runs, while one trains: %s".formatted(runs, quiet.name()),
        "p95",
        "ms",
        disturbed.p95(),
        slowedDown(quiet, disturbed));
  }

  static Row growth(int from, int to, Asked before, Asked after) {
    return row(
        "%,d instead of %,d runs: %s".formatted(to, from, after.name()),
        "p95",
        "times",
        Estimate.of(after.p95().value() / before.p95().value()),
        after.question().kind() == QuestionKind.ONE_THING ? slowedDown(before, after) : null);
  }

  static Row partialEpochs(int runs, long epochs, int partial) {
    Estimate seen = Estimate.of(partial);
    return row(
        "%,d runs, while one trains".formatted(runs),
        "seen in part, of %,d".formatted(epochs),
        "epochs",
        seen,
        Bar.atMost(0, "epochs", seen));
  }

  private static Bar slowedDown(Asked before, Asked after) {
    double was = before.p95().value();
    return new Bar(
        "<= %s times or + %s ms".formatted(Numbers.of(FACTOR), Numbers.of(UNNOTICED_MILLISECONDS)),
        after.p95().value() <= Math.max(FACTOR * was, was + UNNOTICED_MILLISECONDS));
  }

  static Row row(
      String variant, String measure, String unit, Estimate estimate, @Nullable Bar bar) {
    return new Row("queries", variant, measure, unit, estimate, bar);
  }
}
