package org.provdl.capture.dl4j;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;
import org.provdl.capture.Setting;

/**
 * The settings of a network, as its model and each of its layers (and then its other vertices) have
 * them.
 *
 * @param ofModel by name
 * @param ofLayers by name, for each layer
 */
record NetworkSettings(Map<String, Object> ofModel, List<Map<String, Object>> ofLayers) {

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
          "biasLearningRate",
          "learningRate",
          "beta1",
          "beta2",
          "epsilon",
          "momentum",
          "rmsDecay",
          "rho",
          "l1",
          "l2",
          "weightDecay",
          "weightNoise",
          "gradientNormalization",
          "constraint",
          "convolutionMode");

  private static final List<String> COUNTERS = List.of("iterationCount", "epochCount");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads them, with the values that schedules have in an iteration of an epoch. */
  static NetworkSettings read(CapturedNetwork network, int iteration, int epoch) {
    Map<String, Object> ofModel = ConfigurationReader.read(parse(network.json()));
    List<Map<String, Object>> ofLayers = new ArrayList<>();
    for (Layer layer : network.layers()) {
      JsonNode configuration = parse(layer.conf().toJson());
      if (ofLayers.isEmpty()) {
        ofModel.putAll(
            ConfigurationReader.read(((ObjectNode) configuration.deepCopy()).without("layer")));
      }
      Map<String, Object> values =
          read(layer, configuration.path("layer"), network.preProcessor(ofLayers.size()));
      for (LiveValue live : LiveValue.of(layer.conf().getLayer())) {
        values.put(live.hyperparameter(), live.told(live.at(iteration, epoch)));
      }
      ofLayers.add(values);
    }
    ofModel.put("numberOfLayers", ofLayers.size());
    network.vertices().forEach(vertex -> ofLayers.add(read(vertex)));
    return new NetworkSettings(ofModel, ofLayers);
  }

  /** The JSON without what changes while training, so that equal networks have equal texts. */
  static String withoutCounters(String json) {
    JsonNode tree = parse(json);
    tree.findParents("iterationCount").forEach(counted -> ((ObjectNode) counted).remove(COUNTERS));
    return tree.toPrettyString();
  }

  private static Map<String, Object> read(
      Layer layer, JsonNode json, @Nullable InputPreProcessor preProcessor) {
    Map<String, Object> values = ConfigurationReader.read(json);
    if (preProcessor != null) {
      values.put("inputPreProcessor", ConfigurationValue.of(json(preProcessor)));
    }
    if (layer instanceof FrozenLayer || layer instanceof FrozenLayerWithBackprop) {
      values.put("frozen", true);
    }
    if (ConfigurationValue.className(json).equals("BatchNormalization")) {
      // it reports these but does not use them
      values.keySet().removeIf(name -> isOf("activation", name) || isOf("dropout", name));
    }
    return values;
  }

  private static Map<String, Object> read(CapturedVertex vertex) {
    Map<String, Object> values = ConfigurationReader.read(json(vertex.configuration()));
    if (vertex.configuration() instanceof FrozenVertex) {
      values.put("frozen", true);
    }
    return values;
  }

  /**
   * The names of settings that Deeplearning4j copied from all layers into each: every layer that
   * learns has them alike.
   */
  Set<String> shared(CapturedNetwork network) {
    List<Map<String, Object>> learning = network.learningLayers().mapToObj(ofLayers::get).toList();
    return learning.stream()
        .flatMap(layer -> layer.keySet().stream())
        .filter(NetworkSettings::isSetForAll)
        .filter(name -> learning.stream().map(layer -> layer.get(name)).distinct().count() == 1)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All of them, with one for the model in place of those that all its layers share. */
  List<Setting> gathered(Set<String> shared, CapturedNetwork network) {
    Map<String, Object> gathered = new LinkedHashMap<>(ofModel);
    network
        .learningLayers()
        .limit(1)
        .mapToObj(ofLayers::get)
        .forEach(
            layer ->
                shared.forEach(
                    name -> gathered.put(name, Objects.requireNonNull(layer.get(name)))));
    List<Setting> settings = new ArrayList<>();
    gathered.forEach((name, value) -> settings.add(Setting.ofModel(name, value)));
    for (int index = 0; index < ofLayers.size(); index++) {
      int layer = index;
      ofLayers
          .get(index)
          .forEach(
              (name, value) -> {
                if (!shared.contains(name) || !value.equals(gathered.get(name))) {
                  settings.add(Setting.ofLayer(layer, name, value));
                }
              });
    }
    return settings;
  }

  static boolean isSetForAll(String name) {
    return SET_FOR_ALL.stream().anyMatch(known -> isOf(known, name));
  }

  /** Whether a name is that one, or of a setting that belongs to it: of dropout, dropoutKind. */
  private static boolean isOf(String whole, String name) {
    return name.startsWith(whole)
        && (name.length() == whole.length() || Character.isUpperCase(name.charAt(whole.length())));
  }

  private static JsonNode json(Object configuration) {
    try {
      return parse(NeuralNetConfiguration.mapper().writeValueAsString(configuration));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Deeplearning4j makes no JSON of " + configuration, e);
    }
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Deeplearning4j's own JSON cannot be read.", e);
    }
  }
}
