package org.provdl.capture.dl4j;

import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;

/** A stack of layers. */
record CapturedMultiLayerNetwork(MultiLayerNetwork network) implements CapturedNetwork {

  @Override
  public Model model() {
    return network;
  }

  @Override
  public String json() {
    return network.getLayerWiseConfigurations().toJson();
  }

  @Override
  public Layer[] layers() {
    return network.getLayers();
  }

  @Override
  public List<CapturedVertex> vertices() {
    return List.of();
  }

  @Override
  public @Nullable InputPreProcessor preProcessor(int layer) {
    return network.getLayerWiseConfigurations().getInputPreProcess(layer);
  }

  @Override
  public List<Integer> inputs(int layer) {
    return layer == 0 ? List.of() : List.of(layer - 1);
  }

  @Override
  public int iterationCount() {
    return network.getIterationCount();
  }

  @Override
  public int epochCount() {
    return network.getEpochCount();
  }

  @Override
  public Collection<TrainingListener> listeners() {
    return network.getListeners();
  }
}
