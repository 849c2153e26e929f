package org.provdl.trackers;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The values of one metric, with step and time, as they were logged. Not thread-safe. */
final class Points {

  /** How many are kept of one metric. */
  static final int MOST = 1 << 20;

  private static final int FIRST_CAPACITY = 16;

  private long[] steps = new long[FIRST_CAPACITY];
  private double[] values = new double[FIRST_CAPACITY];
  private long[] milliseconds = new long[FIRST_CAPACITY];
  private int size;
  private long leftOut;

  /** Adds a value; beyond {@link #MOST} it is only counted. */
  void add(long step, double value, long time) {
    if (size == MOST) {
      leftOut++;
      return;
    }
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      milliseconds = Arrays.copyOf(milliseconds, 2 * size);
    }
    steps[size] = step;
    values[size] = value;
    milliseconds[size] = time;
    size++;
  }

  int size() {
    return size;
  }

  long leftOut() {
    return leftOut;
  }

  long step(int index) {
    return steps[index];
  }

  double value(int index) {
    return values[index];
  }

  Instant time(int index) {
    return Instant.ofEpochMilli(milliseconds[index]);
  }

  /** In the order of steps, those of the same step as they were logged. */
  List<Integer> inOrder() {
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingLong((Integer index) -> steps[index]))
        .toList();
  }
}
