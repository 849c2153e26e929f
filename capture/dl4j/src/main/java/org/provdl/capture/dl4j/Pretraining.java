package org.provdl.capture.dl4j;

import java.util.SortedMap;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.provdl.capture.Setting;
import org.provdl.capture.TrainingRun;

/**
 * Layers that are trained by themselves, without labels, before the network is. Their iterations
 * are the run's, outside of its epochs; they say nothing of the data that the network is trained
 * on.
 */
final class Pretraining {

  private final Layer[] layers;
  private final TrainingRun run;
  private final SortedMap<Integer, Integer> iterations = new TreeMap<>();
  private boolean untold;

  Pretraining(CapturedNetwork network, TrainingRun run) {
    layers = network.layers(); // a replica's thread that asks later may wait for the network's lock
    this.run = run;
  }

  /** Tells an iteration of a layer; returns whether it was one. */
  boolean iterate(Model model) {
    int layer = indexOf(model);
    if (layer >= 0) {
      run.iterate(model.score(), Batch.size(model));
      iterations.merge(layer, 1, Integer::sum);
      untold = true;
    }
    return layer >= 0;
  }

  /** Tells how many iterations each layer had, if that was not told. */
  void tell() {
    if (untold) {
      untold = false;
      iterations.forEach(
          (layer, count) -> run.choose(Setting.ofLayer(layer, "pretrainingIterations", count)));
    }
  }

  boolean hasBeen() {
    return !iterations.isEmpty();
  }

  // not by equals, which compares the parameters of layers
  private int indexOf(Model model) {
    for (int index = 0; index < layers.length; index++) {
      if (layers[index] == model) {
        return index;
      }
    }
    return -1;
  }
}
