package org.provdl.capture.dl4j;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * A layer as it was when it was read. Tells by comparing references and numbers, without
 * allocation, whether it is still so.
 */
final class WatchedLayer {

  private static final int PARTS = 7;

  private final Layer layer;
  private final org.deeplearning4j.nn.conf.layers.Layer configuration;
  private final LayerParts parts;
  private final @Nullable Object[] references = new @Nullable Object[PARTS];
  private final @Nullable Object[] regularization;
  private final @Nullable Object[] biasRegularization;
  private final @Nullable Object[] constraints;
  private final double threshold;
  private final LiveValue[] live;
  private final @Nullable ISchedule[] schedules;
  private final double[] values;

  WatchedLayer(Layer layer, int iteration, int epoch) {
    this.layer = layer;
    configuration = layer.conf().getLayer();
    parts = LayerParts.of(configuration);
    for (int part = 0; part < PARTS; part++) {
      references[part] = part(part);
    }
    regularization = elements(parts.regularization());
    biasRegularization = elements(parts.biasRegularization());
    constraints = elements(parts.constraints());
    threshold = parts.gradientNormalizationThreshold();
    live = LiveValue.of(configuration).toArray(LiveValue[]::new);
    schedules = new @Nullable ISchedule[live.length];
    values = new double[live.length];
    for (int i = 0; i < live.length; i++) {
      schedules[i] = live[i].schedule().get();
      values[i] = live[i].at(iteration, epoch);
    }
  }

  /** Whether the network's layer is still this one, made of the same parts. */
  @SuppressWarnings("ReferenceEquality") // another object is a change, and equality costs
  boolean isMadeAs(Layer now) {
    if (now != layer || now.conf().getLayer() != configuration) {
      return false;
    }
    for (int part = 0; part < PARTS; part++) {
      if (references[part] != part(part)) {
        return false;
      }
    }
    for (int i = 0; i < live.length; i++) {
      if (schedules[i] != live[i].schedule().get()) {
        return false;
      }
    }
    return areSame(regularization, parts.regularization())
        && areSame(biasRegularization, parts.biasRegularization())
        && areSame(constraints, parts.constraints())
        && Double.compare(threshold, parts.gradientNormalizationThreshold()) == 0;
  }

  /** Whether a number has changed. */
  boolean hasMoved(int iteration, int epoch) {
    for (int i = 0; i < live.length; i++) {
      if (Double.compare(values[i], live[i].at(iteration, epoch)) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Takes the numbers of now for those that it was read with. */
  void move(int iteration, int epoch, Moved moved) {
    for (int i = 0; i < live.length; i++) {
      double now = live[i].at(iteration, epoch);
      if (Double.compare(values[i], now) != 0) {
        values[i] = now;
        moved.to(live[i].hyperparameter(), live[i].told(now));
      }
    }
  }

  /** Hears of each number that has changed. */
  @FunctionalInterface
  interface Moved {
    void to(String hyperparameter, double value);
  }

  /** The schedule that a hyperparameter of this layer follows; null without one. */
  @Nullable ISchedule schedule(String hyperparameter) {
    for (int i = 0; i < live.length; i++) {
      if (live[i].hyperparameter().equals(hyperparameter)) {
        return schedules[i];
      }
    }
    return null;
  }

  private @Nullable Object part(int part) {
    return switch (part) {
      case 0 -> parts.updater();
      case 1 -> parts.biasUpdater();
      case 2 -> parts.dropout();
      case 3 -> parts.weightNoise();
      case 4 -> parts.activation();
      case 5 -> parts.loss();
      default -> parts.gradientNormalization();
    };
  }

  private static @Nullable Object[] elements(@Nullable List<?> list) {
    return list == null ? new Object[0] : list.toArray();
  }

  /** Without an iterator. */
  private static boolean areSame(@Nullable Object[] before, @Nullable List<?> now) {
    int size = now == null ? 0 : now.size();
    if (size != before.length) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (now != null && now.get(i) != before[i]) {
        return false;
      }
    }
    return true;
  }
}
