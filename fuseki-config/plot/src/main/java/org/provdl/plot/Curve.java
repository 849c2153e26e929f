package org.provdl.plot;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * One line of a chart.
 *
 * @param label what the legend calls it
 * @param run the number of its run, from 0, which gives the colour
 * @param split the number of its split among all that are drawn, which gives the dashes
 * @param places where its values stand, in ascending order
 * @param values NaN is a gap
 */
@SuppressWarnings("ArrayRecordComponent") // many numbers, which nobody compares
record Curve(String label, int run, int split, double[] places, double[] values) {

  DoubleStream finite() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value));
  }

  /** Whether a value has a gap or an end on both sides, so that no line leads to it. */
  boolean isAlone(int index) {
    return !Double.isNaN(values[index]) && isGap(index - 1) && isGap(index + 1);
  }

  private boolean isGap(int index) {
    return index < 0 || index >= values.length || Double.isNaN(values[index]);
  }

  /**
   * The same line with no more points than can be seen: of each group of neighbours the first of
   * the lowest and of the highest values.
   */
  Curve thinned(int groups) {
    if (values.length <= 2 * groups) {
      return this;
    }
    double[] keptPlaces = new double[2 * groups];
    double[] keptValues = new double[2 * groups];
    for (int group = 0; group < groups; group++) {
      int from = (int) ((long) values.length * group / groups);
      int to = (int) ((long) values.length * (group + 1) / groups);
      int lowest = from;
      int highest = from;
      for (int i = from; i < to; i++) {
        lowest = Double.isNaN(values[lowest]) || values[i] < values[lowest] ? i : lowest;
        highest = Double.isNaN(values[highest]) || values[i] > values[highest] ? i : highest;
      }
      int first = Math.min(lowest, highest);
      int second = Math.max(lowest, highest);
      keptPlaces[2 * group] = places[first];
      keptValues[2 * group] = values[first];
      keptPlaces[2 * group + 1] = places[second];
      keptValues[2 * group + 1] = values[second];
    }
    return new Curve(label, run, split, keptPlaces, keptValues);
  }
}
