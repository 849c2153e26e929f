package org.provdl.capture.dl4j;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
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

  @Override
  public List<CapturedVertex> vertices() {
    return vertexNames().stream().map(this::vertex).toList();
  }

  private CapturedVertex vertex(String name) {
    GraphVertex configuration = Objects.requireNonNull(configurations().get(name));
    return new CapturedVertex(name, configuration, inputs(name));
  }

  @Override
  public List<Integer> inputs(int layer) {
    return inputs(name(layer));
  }

  @Override
  public @Nullable InputPreProcessor preProcessor(int layer) {
    return configurations().get(name(layer)) instanceof LayerVertex vertex
        ? vertex.getPreProcessor()
        : null;
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
  public Collection<TrainingListener> listeners() {
    return network.getListeners();
  }

  private String name(int layer) {
    return network.getLayers()[layer].conf().getLayer().getLayerName();
  }

  /** Without the inputs of the network, which are no vertices. */
  private List<Integer> inputs(String vertex) {
    List<String> inputs = network.getConfiguration().getVertexInputs().get(vertex);
    return inputs == null
        ? List.of()
        : inputs.stream().map(this::index).filter(index -> index >= 0).sorted().toList();
  }

  private int index(String vertex) {
    Layer[] layers = network.getLayers();
    for (int index = 0; index < layers.length; index++) {
      if (vertex.equals(name(index))) {
        return index;
      }
    }
    int other = vertexNames().indexOf(vertex);
    return other < 0 ? -1 : layers.length + other;
  }

  private List<String> vertexNames() {
    return configurations().entrySet().stream()
        .filter(vertex -> !(vertex.getValue() instanceof LayerVertex))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, GraphVertex> configurations() {
    return network.getConfiguration().getVertices();
  }
}
