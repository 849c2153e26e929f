package org.provdl.capture.dl4j;

import java.util.Arrays;
import org.nd4j.linalg.learning.config.IUpdater;
import org.provdl.capture.Responsible;
import org.provdl.capture.Setting;
import org.provdl.capture.TrainingRun;

/**
 * Watches the learning rate of each layer. A change that all layers share, of a rate that they
 * shared, is one adaptation of the model's setting; any other is one of each layer that changed.
 */
final class LearningRates {

  private static final String NAME = "learningRate";

  private final CapturedNetwork network;
  private final TrainingRun run;
  private final int[] learning;
  private final double[] rates;
  private boolean shared;

  LearningRates(CapturedNetwork network, TrainingRun run) {
    this.network = network;
    this.run = run;
    this.learning = network.learningLayers().toArray();
    this.rates = new double[network.layers().length];
    readRates();
    this.shared = areShared();
  }

  /**
   * Compares with the last time. Called in an iteration's listener, where a layer tells the rate
   * that was just used.
   */
  void watch() {
    for (int layer : learning) {
      if (Double.compare(rates[layer], network.learningRate(layer)) != 0) {
        record();
        return;
      }
    }
  }

  private void record() {
    double[] before = rates.clone();
    readRates();
    shared = shared && areShared();
    for (int layer : learning) {
      if (Double.compare(before[layer], rates[layer]) != 0 && !Double.isNaN(rates[layer])) {
        adapt(layer);
        if (shared) {
          return;
        }
      }
    }
  }

  private void adapt(int layer) {
    double rate = rates[layer];
    Setting setting = shared ? Setting.ofModel(NAME, rate) : Setting.ofLayer(layer, NAME, rate);
    String schedule = schedule(layer);
    if (schedule.isEmpty()) {
      run.adapt(setting, "setLearningRate", Responsible.OPERATOR);
    } else {
      run.adapt(setting, "schedule " + schedule, Responsible.FRAMEWORK);
    }
  }

  private void readRates() {
    for (int layer : learning) {
      rates[layer] = network.learningRate(layer);
    }
  }

  private boolean areShared() {
    return Arrays.stream(learning).mapToObj(layer -> rates[layer]).distinct().count() == 1
        && Arrays.stream(learning).noneMatch(layer -> Double.isNaN(rates[layer]));
  }

  /** The kind of schedule that the layer's updater follows; empty without one. */
  private String schedule(int layer) {
    IUpdater updater = network.updater(layer);
    if (updater == null) {
      return "";
    }
    try {
      // every updater that has a schedule has this getter, but their common interface has not
      Object schedule = updater.getClass().getMethod("getLearningRateSchedule").invoke(updater);
      return schedule == null ? "" : schedule.getClass().getSimpleName();
    } catch (ReflectiveOperationException e) {
      return "";
    }
  }
}
