package org.provdl.capture.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Transfer;
import org.provdl.capture.Transfer.Status;
import org.provdl.capture.Transfer.TransferredLayer;

/** Finds out what {@code TransferLearning} made of a network, by comparing the two. */
final class TransferReader {

  private TransferReader() {}

  static Transfer read(CapturedNetwork network, CapturedNetwork original) {
    Map<String, Layer> removed = layers(original);
    List<TransferredLayer> transferred = new ArrayList<>();
    for (int index = 0; index < network.layers().length; index++) {
      Layer layer = network.layers()[index];
      if (layer.numParams() > 0) {
        Layer before = removed.remove(name(layer, index));
        transferred.add(new TransferredLayer(index, status(layer, before), isFrozen(layer)));
      }
    }
    return new Transfer(
        ParametersReader.read(original), transferred, List.copyOf(removed.keySet()));
  }

  private static Map<String, Layer> layers(CapturedNetwork network) {
    Map<String, Layer> layers = new LinkedHashMap<>();
    for (int index = 0; index < network.layers().length; index++) {
      Layer layer = network.layers()[index];
      if (layer.numParams() > 0) {
        layers.put(name(layer, index), layer);
      }
    }
    return layers;
  }

  private static Status status(Layer layer, @Nullable Layer before) {
    if (before == null) {
      return Status.ADDED;
    }
    boolean same =
        shapes(layer).equals(shapes(before))
            && ParametersReader.sha256(layer.params())
                .equals(ParametersReader.sha256(before.params()));
    return same ? Status.KEPT : Status.REPLACED;
  }

  private static Map<String, String> shapes(Layer layer) {
    return layer.paramTable().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                array -> array.getValue().dataType() + Arrays.toString(array.getValue().shape())));
  }

  private static boolean isFrozen(Layer layer) {
    return layer instanceof FrozenLayer || layer instanceof FrozenLayerWithBackprop;
  }

  /** As Deeplearning4j itself names layers without a name. */
  private static String name(Layer layer, int index) {
    String name = layer.conf().getLayer().getLayerName();
    return name == null ? "layer" + index : name;
  }
}
