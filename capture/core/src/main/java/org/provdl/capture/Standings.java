package org.provdl.capture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which trial of a study is the best, and why. An objective that is not a number never wins, and of
 * equal ones the earlier trial does. Not thread-safe.
 */
final class Standings {

  private static final MathContext DIGITS = new MathContext(6);
  private static final double LEAST_PLAIN = 1e-4;
  private static final double GREATEST_PLAIN = 1e7;

  private final StudyDescription study;
  private final Map<Integer, Double> objectives = new TreeMap<>();
  private int trials;

  Standings(StudyDescription study) {
    this.study = study;
  }

  void start() {
    trials++;
  }

  void end(int trial, @Nullable Double objective) {
    if (objective != null && !objective.isNaN()) {
      objectives.put(trial, objective);
    }
  }

  /** How many trials have started. */
  int trials() {
    return trials;
  }

  /** The number of the best trial; null where there is none. */
  @Nullable Integer winner() {
    return best(null);
  }

  /** Why that one won, or why none did. */
  String reason() {
    Integer winner = winner();
    if (winner == null) {
      return trials == 0
          ? "no winner: no trial was made"
          : "no winner: none of %s gave a number".formatted(count());
    }
    return "the %s of %s%s%s"
        .formatted(
            study.objective(),
            count(),
            objectives.size() == trials
                ? ""
                : ", %d of which gave a number".formatted(objectives.size()),
            nextBest(winner));
  }

  /** The best so far, such as {@code 0.95 (trial 7)}; null where there is none. */
  @Nullable String best() {
    Integer winner = winner();
    return winner == null ? null : "%s (trial %d)".formatted(text(winner), winner);
  }

  private String nextBest(int winner) {
    Integer next = best(winner);
    if (next == null) {
      return "";
    }
    return value(next) == value(winner)
        ? "; trial %d has the same, and is later".formatted(next)
        : "; next best %s of trial %d".formatted(text(next), next);
  }

  /** The first in order has the smallest number, and stays where others are not better. */
  private @Nullable Integer best(@Nullable Integer except) {
    Comparator<Integer> byObjective = (one, other) -> compare(value(one), value(other));
    return objectives.keySet().stream()
        .filter(trial -> !trial.equals(except))
        .max(byObjective.thenComparing(Comparator.reverseOrder()))
        .orElse(null);
  }

  /** Which is better; to a comparison of numbers, 0 and -0 are the same. */
  private int compare(double one, double other) {
    int greater = one > other ? 1 : one < other ? -1 : 0;
    return study.maximize() ? greater : -greater;
  }

  private double value(Integer trial) {
    return objectives.getOrDefault(trial, Double.NaN);
  }

  private String count() {
    return trials == 1 ? "1 trial" : trials + " trials";
  }

  private String text(Integer trial) {
    return text(value(trial));
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
