package org.provdl.capture.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Layer;

/** Describes the layers of a network, and then the other vertices of a graph. */
final class LayerReader {

  private LayerReader() {}

  static List<Layer> read(CapturedNetwork network) {
    List<Layer> layers = new ArrayList<>();
    for (org.deeplearning4j.nn.api.Layer layer : network.layers()) {
      layers.add(read(layer, network.inputs(layers.size())));
    }
    for (CapturedVertex vertex : network.vertices()) {
      String type = vertex.configuration().getClass().getSimpleName();
      long parameters = vertex.configuration().numParams(false);
      layers.add(new Layer(vertex.name(), type, parameters, null, null, null, vertex.inputs()));
    }
    return layers;
  }

  private static Layer read(org.deeplearning4j.nn.api.Layer layer, List<Integer> inputs) {
    org.deeplearning4j.nn.conf.layers.Layer configuration = layer.conf().getLayer();
    FeedForwardLayer sized =
        configuration instanceof FeedForwardLayer feedForward ? feedForward : null;
    return new Layer(
        configuration.getLayerName(),
        configuration.getClass().getSimpleName(),
        layer.numParams(),
        sized == null ? null : Long.valueOf(sized.getNIn()),
        sized == null ? null : Long.valueOf(sized.getNOut()),
        activation(configuration),
        inputs);
  }

  private static @Nullable String activation(
      org.deeplearning4j.nn.conf.layers.Layer configuration) {
    boolean uses =
        configuration instanceof BaseLayer && !(configuration instanceof BatchNormalization);
    if (!uses || ((BaseLayer) configuration).getActivationFn() == null) {
      return null;
    }
    return ((BaseLayer) configuration)
        .getActivationFn()
        .getClass()
        .getSimpleName()
        .replaceFirst("^Activation", "");
  }
}
