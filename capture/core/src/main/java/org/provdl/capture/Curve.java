package org.provdl.capture;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The loss of the iterations of one epoch, in any order of arrival and with some possibly missing.
 */
final class Curve {

  private static final int FIRST_CAPACITY = 64;

  private long[] iterations = new long[FIRST_CAPACITY];
  private double[] losses = new double[FIRST_CAPACITY];
  private int size;
  private long exampleCount;
  private double sum;

  void add(long iteration, double loss, int examples) {
    if (size == losses.length) {
      iterations = Arrays.copyOf(iterations, 2 * size);
      losses = Arrays.copyOf(losses, 2 * size);
    }
    iterations[size] = iteration;
    losses[size] = loss;
    size++;
    exampleCount += examples;
    sum += loss;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  long exampleCount() {
    return exampleCount;
  }

  double mean() {
    return sum / size;
  }

  long firstIteration() {
    return Arrays.stream(iterations, 0, size).min().orElse(0);
  }

  /** One value for each iteration from the first to the last; null for a missing one. */
  List<@Nullable Double> values() {
    long first = firstIteration();
    long last = Arrays.stream(iterations, 0, size).max().orElse(first);
    @Nullable Double[] values = new Double[Math.toIntExact(last - first + 1)];
    for (int i = 0; i < size; i++) {
      values[(int) (iterations[i] - first)] = losses[i];
    }
    return Arrays.asList(values);
  }
}
