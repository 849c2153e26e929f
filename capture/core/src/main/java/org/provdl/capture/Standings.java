package org.provdl.capture;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Which trial of a study is the best, and why. An objective that is not a number never wins, and of
 * equal ones the earlier trial does. Not thread-safe.
 */
final class Standings {

  private static final MathContext DIGITS = new MathContext(6);
  private static final double LEAST_PLAIN = 1e-4;
  private static final double GREATEST_PLAIN = 1e7;

  private record Ranked(int trial, double objective) {}

  private final StudyDescription study;
  private int trials;
  private int numbers;
  private @Nullable Ranked best;
  private @Nullable Ranked next;

  Standings(StudyDescription study) {
    this.study = study;
  }

  void start() {
    trials++;
  }

  void end(int trial, @Nullable Double objective) {
    if (objective == null || objective.isNaN()) {
      return;
    }
    numbers++;
    Ranked ended = new Ranked(trial, objective);
    if (isBetter(ended, best)) {
      next = best;
      best = ended;
    } else if (isBetter(ended, next)) {
      next = ended;
    }
  }

  /** To a comparison of numbers, 0 and -0 are the same. */
  private boolean isBetter(Ranked one, @Nullable Ranked other) {
    if (other == null) {
      return true;
    }
    if (one.objective() == other.objective()) {
      return one.trial() < other.trial();
    }
    return study.maximize() == (one.objective() > other.objective());
  }

  /** The number of the best trial; null where there is none. */
  @Nullable Integer winner() {
    return best == null ? null : Integer.valueOf(best.trial());
  }

  /** Why that one won, or why none did. */
  String reason() {
    if (trials == 0) {
      return "no winner: no trial was made";
    }
    Ranked winner = best;
    if (winner == null) {
      return "no winner: none of %s gave a number".formatted(count());
    }
    return "the %s of %s%s%s"
        .formatted(
            study.objective(),
            count(),
            numbers == trials ? "" : ", %d of which gave a number".formatted(numbers),
            runnerUp(winner));
  }

  /** The best so far, such as {@code 0.95 (trial 7)}; null where there is none. */
  @Nullable String best() {
    Ranked winner = best;
    return winner == null
        ? null
        : "%s (trial %d)".formatted(text(winner.objective()), winner.trial());
  }

  private String runnerUp(Ranked winner) {
    Ranked other = next;
    if (other == null) {
      return "";
    }
    return other.objective() == winner.objective()
        ? "; trial %d has the same, and is later".formatted(other.trial())
        : "; next best %s of trial %d".formatted(text(other.objective()), other.trial());
  }

  private String count() {
    return trials == 1 ? "1 trial" : trials + " trials";
  }

  /** A number for people, the same from every Java virtual machine. */
  static String text(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    boolean plain = Math.abs(value) >= LEAST_PLAIN && Math.abs(value) < GREATEST_PLAIN;
    return plain ? rounded.toPlainString() : rounded.toString();
  }
}
