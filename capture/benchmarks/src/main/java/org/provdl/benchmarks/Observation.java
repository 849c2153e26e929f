package org.provdl.benchmarks;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;

/** A training that is being watched. */
interface Observation extends AutoCloseable {

  /** Waits until nothing goes on in the background. */
  void settle();

  /** Ends it; the network is as before. */
  @Override
  void close();

  /** By listeners that do all their work on the training thread. */
  static Observation of(MultiLayerNetwork network, TrainingListener... listeners) {
    return of(network, () -> {}, listeners);
  }

  /** By listeners that do all their work on the training thread, and leave something to release. */
  static Observation of(
      MultiLayerNetwork network, Runnable release, TrainingListener... listeners) {
    network.setListeners(listeners);
    return new Observation() {
      @Override
      public void settle() {
        // nothing goes on in the background
      }

      @Override
      public void close() {
        network.setListeners();
        release.run();
      }
    };
  }
}
