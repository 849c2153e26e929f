package org.provdl.queries;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Numbers as block characters, from the lowest to the highest. */
final class Sparkline {
  private static final String LEVELS = "▁▂▃▄▅▆▇█";
  private static final String NOT_FINITE = "×";

  private Sparkline() {}

  /** A character for each number, or for the mean of as many as it takes to fit. */
  static String of(List<Double> values, int widest) {
    double lowest = finite(values).min().orElse(0);
    double highest = finite(values).max().orElse(0);
    int width = Math.min(widest, values.size());
    return IntStream.range(0, width)
        .mapToObj(i -> values.subList(from(i, width, values), from(i + 1, width, values)))
        .map(part -> level(part, lowest, highest))
        .collect(Collectors.joining());
  }

  private static int from(int part, int parts, List<Double> values) {
    return Math.toIntExact((long) part * values.size() / parts);
  }

  private static String level(List<Double> part, double lowest, double highest) {
    if (finite(part).count() < part.size()) {
      return NOT_FINITE;
    }
    // Halves, so that the difference of the largest doubles is finite.
    double share =
        (finite(part).map(it -> it / 2 / part.size()).sum() - lowest / 2)
            / (highest / 2 - lowest / 2);
    int level =
        highest == lowest
            ? LEVELS.length() / 2 - 1
            : (int) Math.round(share * (LEVELS.length() - 1));
    return LEVELS.substring(level, level + 1);
  }

  private static DoubleStream finite(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite);
  }
}
