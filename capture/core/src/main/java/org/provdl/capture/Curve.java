package org.provdl.capture;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The loss of the iterations of one epoch, in any order of arrival and with some possibly missing.
 * A very long epoch keeps every second point only, or every fourth, and so on; its sums stay exact.
 */
final class Curve {

  /** Points that are kept at most. */
  static final int MAX_POINTS = 1 << 19;

  private static final int FIRST_CAPACITY = 64;

  private long[] iterations = new long[FIRST_CAPACITY];
  private double[] losses = new double[FIRST_CAPACITY];
  private int points;
  private long anchor;
  private long stride = 1;
  private long size;
  private long exampleCount;
  private double sum;

  void add(long iteration, double loss, int examples) {
    if (size == 0) {
      anchor = iteration;
    }
    size++;
    exampleCount += examples;
    sum += loss;
    if (points == MAX_POINTS) {
      thin();
    }
    if (isOnStride(iteration)) {
      keep(iteration, loss);
    }
  }

  private void keep(long iteration, double loss) {
    if (points == losses.length) {
      iterations = Arrays.copyOf(iterations, 2 * points);
      losses = Arrays.copyOf(losses, 2 * points);
    }
    iterations[points] = iteration;
    losses[points] = loss;
    points++;
  }

  private void thin() {
    int before = points;
    while (points == before) {
      stride *= 2;
      points = 0;
      for (int i = 0; i < before; i++) {
        if (isOnStride(iterations[i])) {
          keep(iterations[i], losses[i]);
        }
      }
    }
  }

  private boolean isOnStride(long iteration) {
    return (iteration - anchor) % stride == 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** How many iterations were added. */
  long size() {
    return size;
  }

  long exampleCount() {
    return exampleCount;
  }

  double mean() {
    return sum / size;
  }

  /** The iterations from one point to the next. */
  long stride() {
    return stride;
  }

  long firstIteration() {
    return Arrays.stream(iterations, 0, points).min().orElse(0);
  }

  /** One value for each stride from the first point to the last; null for a missing one. */
  List<@Nullable Double> values() {
    long first = firstIteration();
    long last = Arrays.stream(iterations, 0, points).max().orElse(first);
    @Nullable Double[] values = new Double[Math.toIntExact((last - first) / stride + 1)];
    for (int i = 0; i < points; i++) {
      values[(int) ((iterations[i] - first) / stride)] = losses[i];
    }
    return Arrays.asList(values);
  }
}
