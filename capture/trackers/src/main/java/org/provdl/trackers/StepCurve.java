package org.provdl.trackers;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a metric at even distances: the greatest that all its steps keep, as far as that
 * gives no more places than can be kept.
 *
 * @param first the step of the first value, as iteration: from 1
 * @param stride how many steps lie between two values
 * @param values one for each place; null where none was logged. Of several at one place, the last
 */
record StepCurve(long first, long stride, List<@Nullable Double> values) {

  /** As many as a capture keeps of an epoch. */
  private static final int MOST_PLACES = 1 << 19;

  /** A curve of at least one point. */
  static StepCurve of(Points points) {
    List<Integer> order = points.inOrder();
    long first = points.step(order.get(0));
    long last = points.step(order.get(order.size() - 1));
    long stride = 0;
    for (int index : order) {
      stride = greatestCommonDivisor(stride, points.step(index) - first);
    }
    stride = Math.max(stride, 1);
    while ((last - first) / stride >= MOST_PLACES) {
      stride *= 2;
    }
    @Nullable Double[] values = new Double[(int) ((last - first) / stride) + 1];
    for (int index : order) {
      values[(int) ((points.step(index) - first) / stride)] = points.value(index);
    }
    return new StepCurve(Math.max(first, 0), stride, Arrays.asList(values));
  }

  private static long greatestCommonDivisor(long one, long other) {
    return other == 0 ? one : greatestCommonDivisor(other, one % other);
  }
}
