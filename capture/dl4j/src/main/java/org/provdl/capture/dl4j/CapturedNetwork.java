package org.provdl.capture.dl4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.IUpdater;

/** What the two kinds of network have in common but no common interface for. */
sealed interface CapturedNetwork permits CapturedMultiLayerNetwork, CapturedComputationGraph {

  static CapturedNetwork of(Model network) {
    if (network instanceof MultiLayerNetwork layers && layers.isInitCalled()) {
      return new CapturedMultiLayerNetwork(layers);
    }
    if (network instanceof ComputationGraph graph && graph.params() != null) {
      return new CapturedComputationGraph(graph);
    }
    boolean known = network instanceof MultiLayerNetwork || network instanceof ComputationGraph;
    throw new IllegalArgumentException(
        known
            ? "The network has no parameters yet: call init() before provenance is captured."
            : "Provenance is captured of a MultiLayerNetwork or a ComputationGraph, not of a "
                + network.getClass().getName()
                + ".");
  }

  Model model();

  /** The framework's own description of the whole network. */
  String json();

  Layer[] layers();

  /** The indices of the layers that feed a layer; empty where the data does. */
  List<Integer> inputs(int layer);

  /** The network's own count of iterations, of all its life. */
  int iterationCount();

  /** The network's own count of epochs, of all its life. */
  int epochCount();

  /** The network's own answer for a layer's learning rate; null where it does not know. */
  @Nullable Double ownLearningRate(int layer);

  /** The rate that a layer learns with now; NaN where it does not learn. */
  default double learningRate(int layer) {
    Double known = ownLearningRate(layer);
    if (known != null) {
      return known;
    }
    // a wrapper, such as a bidirectional one, hides the layer that has the rate
    IUpdater updater = updater(layer);
    return updater != null && updater.hasLearningRate()
        ? updater.getLearningRate(iterationCount(), epochCount())
        : Double.NaN;
  }

  /** What turns a layer's gradients into updates; null where it does not learn. */
  default @Nullable IUpdater updater(int layer) {
    return layers()[layer].paramTable().keySet().stream()
        .findFirst()
        .map(parameter -> layers()[layer].conf().getLayer().getUpdaterByParam(parameter))
        .orElse(null);
  }

  /** The indices of the layers that have parameters to learn. */
  default IntStream learningLayers() {
    return IntStream.range(0, layers().length).filter(layer -> layers()[layer].numParams() > 0);
  }

  Collection<TrainingListener> listeners();

  default void detach(TrainingListener listener) {
    List<TrainingListener> others = new ArrayList<>(listeners());
    others.remove(listener);
    model().setListeners(others);
  }
}
