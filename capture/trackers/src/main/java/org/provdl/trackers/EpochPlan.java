package org.provdl.trackers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.provdl.trackers.TrackedRun.MetricName;

/**
 * Which epoch a step is in. Trackers count steps, which are epochs to one training program and
 * iterations to another: where a metric called {@code epoch} was logged it says which; else, steps
 * that follow each other without gaps are epochs; else there are no epochs, but curves.
 */
final class EpochPlan {

  /** More values than that are a curve, not epochs: each would be an entity of its own. */
  static final int MOST_VALUES = 100_000;

  /** More epochs than that are hardly epochs. */
  static final int MOST_EPOCHS = 1_000;

  private static final String EPOCH = "epoch";

  /** The epoch, from 1, of what is logged at a step or before it, after the step before. */
  private final NavigableMap<Long, Integer> epochs;

  private final boolean stepsAreIterations;

  private EpochPlan(NavigableMap<Long, Integer> epochs, boolean stepsAreIterations) {
    this.epochs = epochs;
    this.stepsAreIterations = stepsAreIterations;
  }

  static EpochPlan of(Map<MetricName, Points> metrics) {
    Points told = told(metrics);
    if (told != null) {
      NavigableMap<Long, Integer> epochs = byMetric(told);
      if (!epochs.isEmpty()) {
        return new EpochPlan(epochs, true);
      }
    }
    List<Points> series =
        metrics.entrySet().stream()
            .filter(metric -> !isSystem(metric.getKey().name()) && metric.getValue().size() > 1)
            .map(Map.Entry::getValue)
            .toList();
    NavigableMap<Long, Integer> epochs = bySteps(series);
    return new EpochPlan(epochs, epochs.isEmpty());
  }

  /** What MLflow measures of the machine has steps of its own. */
  static boolean isSystem(String metric) {
    return metric.startsWith("system/");
  }

  static boolean isEpoch(String metric) {
    return metric.equalsIgnoreCase(EPOCH);
  }

  private static @Nullable Points told(Map<MetricName, Points> metrics) {
    return metrics.entrySet().stream()
        .filter(metric -> isEpoch(metric.getKey().name()) && metric.getValue().size() > 1)
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static NavigableMap<Long, Integer> byMetric(Points told) {
    NavigableMap<Long, Integer> epochs = new TreeMap<>();
    int epoch = 0;
    double last = Double.NaN;
    for (int index : told.inOrder()) {
      double value = told.value(index);
      if (value != last) { // the first time, too
        epoch++;
        last = value;
      }
      epochs.put(told.step(index), epoch);
    }
    return epoch > MOST_EPOCHS ? new TreeMap<>() : epochs;
  }

  private static NavigableMap<Long, Integer> bySteps(Collection<Points> series) {
    TreeSet<Long> steps = new TreeSet<>();
    long values = 0;
    for (Points points : series) {
      values += points.size();
      for (int i = 0; i < points.size() && steps.size() <= MOST_EPOCHS; i++) {
        steps.add(points.step(i));
      }
    }
    NavigableMap<Long, Integer> epochs = new TreeMap<>();
    boolean few = steps.size() <= MOST_EPOCHS && values <= MOST_VALUES;
    if (few && steps.size() > 1 && steps.last() - steps.first() == steps.size() - 1L) {
      steps.forEach(step -> epochs.put(step, epochs.size() + 1));
    }
    return epochs;
  }

  int epochCount() {
    return epochs.isEmpty() ? 0 : epochs.lastEntry().getValue();
  }

  /** Whether steps count iterations, so that metrics have curves. */
  boolean stepsAreIterations() {
    return stepsAreIterations;
  }

  /** The epoch of a step, from 1. There must be epochs. */
  int epochOf(long step) {
    Map.Entry<Long, Integer> next = epochs.ceilingEntry(step);
    return next == null ? epochCount() : next.getValue();
  }
}
