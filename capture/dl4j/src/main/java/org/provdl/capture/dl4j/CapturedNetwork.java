package org.provdl.capture.dl4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;

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

  /** Vertices of a graph that are not layers, such as a merge; their indices follow the layers'. */
  List<CapturedVertex> vertices();

  /** The indices of the layers and vertices that feed a layer; empty where the data does. */
  List<Integer> inputs(int layer);

  /** What reshapes the input of a layer; null where nothing does. */
  @Nullable InputPreProcessor preProcessor(int layer);

  /** The network's own count of iterations, of all its life. */
  int iterationCount();

  /** The network's own count of epochs, of all its life. */
  int epochCount();

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
