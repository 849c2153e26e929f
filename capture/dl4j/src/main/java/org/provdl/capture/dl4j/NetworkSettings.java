package org.provdl.capture.dl4j;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.deeplearning4j.nn.api.Layer;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;
import org.provdl.capture.Setting;

/**
 * The settings of a network. Deeplearning4j copies what was said for all layers into each; here it
 * becomes one setting of the model again, where every layer that learns has it alike.
 */
final class NetworkSettings {

  /** What {@code NeuralNetConfiguration.Builder} sets for all layers at once. */
  private static final Set<String> SET_FOR_ALL =
      Set.of(
          "activation",
          "weightInit",
          "biasInit",
          "gainInit",
          "dropout",
          "updater",
          "biasUpdater",
          "learningRate",
          "learningRateSchedule",
          "beta1",
          "beta2",
          "epsilon",
          "momentum",
          "momentumSchedule",
          "rmsDecay",
          "rho",
          "l1",
          "l2",
          "l1Bias",
          "l2Bias",
          "weightDecay",
          "weightDecayScaledByLearningRate",
          "weightDecayBias",
          "weightNoise",
          "gradientNormalization",
          "gradientNormalizationThreshold",
          "constraint",
          "convolutionMode");

  private static final List<String> COUNTERS = List.of("iterationCount", "epochCount");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CapturedNetwork network;
  private final List<Map<String, Object>> ofLayers = new ArrayList<>();
  private final Map<String, Object> ofModel = new LinkedHashMap<>();

  private NetworkSettings(CapturedNetwork network) {
    this.network = network;
  }

  static List<Setting> of(CapturedNetwork network) {
    NetworkSettings settings = new NetworkSettings(network);
    settings.read();
    settings.gatherWhatAllShare();
    return settings.list();
  }

  /** The JSON without what changes while training, so that equal networks have equal texts. */
  static String withoutCounters(String json) {
    JsonNode tree = parse(json);
    tree.findParents("iterationCount").forEach(counted -> ((ObjectNode) counted).remove(COUNTERS));
    return tree.toPrettyString();
  }

  private void read() {
    ofModel.putAll(ConfigurationReader.read(parse(network.json())));
    Layer[] layers = network.layers();
    for (int index = 0; index < layers.length; index++) {
      JsonNode configuration = parse(layers[index].conf().toJson());
      if (index == 0) {
        ofModel.putAll(
            ConfigurationReader.read(((ObjectNode) configuration.deepCopy()).without("layer")));
      }
      ofLayers.add(read(index, configuration.path("layer")));
    }
    ofModel.put("numberOfLayers", layers.length);
  }

  private Map<String, Object> read(int index, JsonNode layer) {
    Map<String, Object> values = ConfigurationReader.read(layer);
    double rate = network.learningRate(index);
    if (Double.isNaN(rate)) {
      values.remove("learningRate");
    } else {
      values.put("learningRate", rate);
    }
    if (ConfigurationValue.className(layer).equals("BatchNormalization")) {
      values.remove("activation"); // it reports one but does not use it
    }
    return values;
  }

  private void gatherWhatAllShare() {
    List<Map<String, Object>> learning = network.learningLayers().mapToObj(ofLayers::get).toList();
    for (String name : new TreeSet<>(SET_FOR_ALL)) {
      Object first = learning.isEmpty() ? null : learning.get(0).get(name);
      if (first != null && learning.stream().allMatch(layer -> first.equals(layer.get(name)))) {
        ofModel.put(name, first);
        ofLayers.forEach(layer -> layer.remove(name, first));
      }
    }
  }

  private List<Setting> list() {
    List<Setting> settings = new ArrayList<>();
    ofModel.forEach((name, value) -> settings.add(Setting.ofModel(name, value)));
    for (int index = 0; index < ofLayers.size(); index++) {
      int layer = index;
      ofLayers
          .get(index)
          .forEach((name, value) -> settings.add(Setting.ofLayer(layer, name, value)));
    }
    return settings;
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Deeplearning4j's own JSON cannot be read.", e);
    }
  }
}
