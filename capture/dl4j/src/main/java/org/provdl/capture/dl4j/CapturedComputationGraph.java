package org.provdl.capture.dl4j;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;

/** A graph of layers and other vertices. */
record CapturedComputationGraph(ComputationGraph network) implements CapturedNetwork {

  @Override
  public Model model() {
    return network;
  }

  @Override
  public String json() {
    return network.getConfiguration().toJson();
  }

  @Override
  public Layer[] layers() {
    return network.getLayers();
  }

  /** Looks through vertices that are not layers, such as a merge, to the layers behind them. */
  @Override
  public List<Integer> inputs(int layer) {
    Map<String, List<String>> vertexInputs = network.getConfiguration().getVertexInputs();
    Set<Integer> found = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(vertexInputs.getOrDefault(name(layer), List.of()));
    while (!open.isEmpty()) {
      String vertex = open.remove();
      if (seen.add(vertex)) {
        int index = index(vertex);
        if (index >= 0) {
          found.add(index);
        } else {
          open.addAll(vertexInputs.getOrDefault(vertex, List.of()));
        }
      }
    }
    return List.copyOf(found);
  }

  @Override
  public int iterationCount() {
    return network.getConfiguration().getIterationCount();
  }

  @Override
  public int epochCount() {
    return network.getConfiguration().getEpochCount();
  }

  @Override
  public @Nullable Double ownLearningRate(int layer) {
    return network.getLearningRate(name(layer));
  }

  @Override
  public Collection<TrainingListener> listeners() {
    return network.getListeners();
  }

  private String name(int layer) {
    return network.getLayers()[layer].conf().getLayer().getLayerName();
  }

  private int index(String vertex) {
    Layer[] layers = network.getLayers();
    for (int index = 0; index < layers.length; index++) {
      if (vertex.equals(name(index))) {
        return index;
      }
    }
    return -1;
  }
}
