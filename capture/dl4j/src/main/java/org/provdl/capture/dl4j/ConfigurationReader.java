package org.provdl.capture.dl4j;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * Reads hyperparameters out of Deeplearning4j's JSON: every field that has a value, under the
 * ontology's name where that differs. A field that nobody thought of here is read too, under its
 * own name.
 */
final class ConfigurationReader {

  /** Deeplearning4j's names to the ontology's. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("activationFn", "activation"),
          Map.entry("iupdater", "updater"),
          Map.entry("weightInitFn", "weightInit"),
          Map.entry("lossFn", "lossFunction"),
          Map.entry("eps", "numericalEpsilon"),
          Map.entry("decay", "batchNormalizationDecay"),
          Map.entry("optimizationAlgo", "optimizationAlgorithm"),
          Map.entry("tbpttFwdLength", "tbpttForwardLength"),
          Map.entry("tbpttBackLength", "tbpttBackwardLength"),
          Map.entry("maxNumLineSearchIterations", "maxLineSearchIterations"),
          Map.entry("constraints", "constraint"),
          Map.entry("hasLayerNorm", "layerNormalization"),
          Map.entry("softmaxClipEps", "softmaxClipEpsilon"),
          Map.entry("momentumISchedule", "momentumSchedule"),
          Map.entry("cnn2dDataFormat", "dataFormat"),
          Map.entry("cnn2DFormat", "dataFormat"));

  /**
   * Not settings: identity, sizes that a layer states, counters, and choices of a library that do
   * not change results.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "layerName",
          "nin",
          "nout",
          "variables",
          "epochCount",
          "iterationCount",
          "confs",
          "vertices",
          "vertexInputs",
          "networkInputs",
          "networkOutputs",
          "inputPreProcessors",
          "cudnnAllowFallback",
          "validateOutputLayerConfig",
          "helperAllowFallback");

  private static final Map<String, String> REGULARIZATION =
      Map.of("L1Regularization", "l1", "L2Regularization", "l2", "WeightDecay", "weightDecay");

  private final Map<String, Object> values = new LinkedHashMap<>();

  private ConfigurationReader() {}

  /** The hyperparameters of one object of the JSON, by name. */
  static Map<String, Object> read(JsonNode object) {
    ConfigurationReader reader = new ConfigurationReader();
    reader.readFields(object, "");
    return reader.values;
  }

  private void readFields(JsonNode object, String prefix) {
    object
        .fields()
        .forEachRemaining(
            field -> {
              if (!LEFT_OUT.contains(field.getKey())
                  && !ConfigurationValue.isClassName(field.getKey())) {
                readField(field.getKey(), field.getValue(), prefix);
              }
            });
  }

  private void readField(String field, JsonNode value, String prefix) {
    if (value.isNull() || (value.isArray() && value.isEmpty())) {
      return;
    }
    String name = prefixed(prefix, NAMES.getOrDefault(field, field));
    switch (field) {
      case "iupdater" -> {
        values.put(name, ConfigurationValue.className(value));
        readFields(value, "");
      }
      case "layer", "underlying", "fwd" -> readFields(value, prefix); // inside a wrapper
      case "bwd" -> {} // the same as fwd
      case "idropout" -> readDropout(value);
      case "regularization" -> value.forEach(each -> readRegularization(each, ""));
      case "regularizationBias" -> value.forEach(each -> readRegularization(each, "Bias"));
      default -> {
        if (value.isObject() && !field.toLowerCase(Locale.ROOT).contains("schedule")) {
          values.put(name, ConfigurationValue.className(value));
          readFields(value, name);
        } else {
          values.put(name, ConfigurationValue.of(value));
        }
      }
    }
  }

  /**
   * Deeplearning4j's p is the probability to keep a unit; the ontology's dropout is the one to drop
   * it.
   */
  private void readDropout(JsonNode dropout) {
    String kind = ConfigurationValue.className(dropout);
    if (kind.equals("Dropout")) {
      values.put(
          "dropout",
          BigDecimal.ONE.subtract(BigDecimal.valueOf(dropout.path("p").asDouble())).doubleValue());
      readFields(((ObjectNode) dropout.deepCopy()).without("p"), "dropout");
    } else {
      values.put("dropoutKind", kind);
      readFields(dropout, "dropout");
    }
  }

  private void readRegularization(JsonNode regularization, String suffix) {
    String kind = ConfigurationValue.className(regularization);
    String name = REGULARIZATION.getOrDefault(kind, kind) + suffix;
    JsonNode amount =
        regularization.path(kind.equals("WeightDecay") ? "coeff" : name.replace("Bias", ""));
    boolean fixed = ConfigurationValue.className(amount).equals("FixedSchedule");
    values.put(
        name,
        ConfigurationValue.of(
            fixed ? amount.path("value") : amount.isMissingNode() ? regularization : amount));
    if (regularization.has("applyLR")) {
      values.put(name + "ScaledByLearningRate", regularization.get("applyLR").booleanValue());
    }
  }

  private static String prefixed(String prefix, String name) {
    return prefix.isEmpty()
        ? name
        : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
