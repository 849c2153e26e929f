package org.provdl.capture;

import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** What the values of one metric on one split come to, as they are added. */
final class MetricSummary {

  private record Measured(double value, Node node, int epoch) {}

  private final boolean higherIsBetter;
  private long count;
  private long nanCount;
  private int firstNanEpoch;
  private double sum;
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;
  private @Nullable Measured best;
  private @Nullable Measured last;

  MetricSummary(boolean higherIsBetter) {
    this.higherIsBetter = higherIsBetter;
  }

  /**
   * Adds a value.
   *
   * @param value the value; NaN is only counted
   * @param node its entity
   * @param epoch the epoch that it belongs to, from 1; 0 outside of epochs
   */
  void add(double value, Node node, int epoch) {
    count++;
    if (Double.isNaN(value)) {
      nanCount++;
      firstNanEpoch = firstNanEpoch == 0 ? epoch : firstNanEpoch;
      return;
    }
    sum += value;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
    last = new Measured(value, node, epoch);
    if (best == null || (higherIsBetter ? value > best.value() : value < best.value())) {
      best = last;
    }
  }

  void describe(Description summary) {
    summary.with(PROVDL.valueCount, count);
    if (nanCount > 0) {
      summary.with(PROVDL.nanCount, nanCount).with(PROVDL.firstNanEpoch, index(firstNanEpoch));
    }
    if (best == null || last == null) {
      return;
    }
    double mean = sum / (count - nanCount);
    summary
        .with(PROVDL.bestValue, best.value())
        .with(PROVDL.bestEpoch, index(best.epoch()))
        .with(PROVDL.lastValue, last.value())
        .with(PROVDL.lowestValue, lowest)
        .with(PROVDL.highestValue, highest)
        .with(PROVDL.meanValue, Double.isNaN(mean) ? null : Double.valueOf(mean))
        .with(PROV.wasDerivedFrom, best.node());
    if (!last.node().equals(best.node())) {
      summary.with(PROV.wasDerivedFrom, last.node());
    }
  }

  /** The best value; null where there is none but NaN. */
  @Nullable Double best() {
    return best == null ? null : Double.valueOf(best.value());
  }

  private static @Nullable Long index(int epoch) {
    return epoch == 0 ? null : Long.valueOf(epoch);
  }
}
