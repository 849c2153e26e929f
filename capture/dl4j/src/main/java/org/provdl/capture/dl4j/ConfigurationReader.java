package org.provdl.capture.dl4j;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.nd4j.shade.jackson.databind.JsonNode;

/**
 * Reads hyperparameters out of Deeplearning4j's JSON: every field that has a value, under the
 * ontology's name where that differs. A field that nobody thought of is read too, under its own
 * name.
 */
final class ConfigurationReader {

  /**
   * Objects whose class is a setting and whose fields are settings, with this before their names.
   */
  private static final Map<String, String> PREFIXES =
      Map.of(
          "iupdater", "",
          "updater", "",
          "biasUpdater", "bias",
          "activationFn", "activation",
          "lossFn", "lossFunction",
          "weightInitFn", "weightInit",
          "weightNoise", "weightNoise");

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

  /** The probability to drop, of the one to keep; in decimal, so that 1 - 0.8 is 0.2. */
  static double complement(double probability) {
    return Double.isFinite(probability)
        ? BigDecimal.ONE.subtract(BigDecimal.valueOf(probability)).doubleValue()
        : probability;
  }

  private void readFields(JsonNode object, String prefix) {
    String type = ConfigurationValue.simpleClassName(object);
    object
        .fields()
        .forEachRemaining(
            field -> {
              if (HyperparameterNames.isSetting(type, field.getKey())
                  && !ConfigurationValue.isClassName(field.getKey(), object)) {
                readField(type, field.getKey(), field.getValue(), prefix);
              }
            });
  }

  private void readField(String type, String field, JsonNode value, String prefix) {
    if (value.isNull() || (value.isArray() && value.isEmpty())) {
      return;
    }
    String name = prefixed(prefix, HyperparameterNames.of(type, field));
    switch (field) {
      case "layer", "underlying", "fwd" -> readFields(value, prefix); // inside a wrapper
      case "idropout" -> readDropout(value);
      case "regularization" -> value.forEach(each -> readRegularization(each, ""));
      case "regularizationBias" -> value.forEach(each -> readRegularization(each, "Bias"));
      default -> {
        if (value.isObject() && PREFIXES.containsKey(field)) {
          readChoice(value, name, PREFIXES.getOrDefault(field, name));
        } else if (value.isObject() && isSchedule(field)) {
          readChoice(value, name, name);
        } else if (field.equals("distribution") && type.equals("WeightInitDistribution")) {
          readChoice(value, name, prefix);
        } else {
          values.put(name, ConfigurationValue.of(value));
        }
      }
    }
  }

  private void readChoice(JsonNode chosen, String name, String prefix) {
    values.put(name, ConfigurationValue.className(chosen));
    readFields(chosen, prefix);
  }

  /** Deeplearning4j's p is the probability to keep a unit; the ontology's dropout, to drop it. */
  private void readDropout(JsonNode dropout) {
    String kind = ConfigurationValue.className(dropout);
    if (!kind.equals("Dropout")) {
      values.put("dropoutKind", kind);
    }
    readFields(dropout, "dropout");
    if (values.remove("dropoutP") instanceof Double retained) {
      values.put("dropout", complement(retained));
    }
  }

  private void readRegularization(JsonNode regularization, String suffix) {
    String kind = ConfigurationValue.className(regularization);
    String known = REGULARIZATION.get(kind);
    JsonNode amount =
        regularization.path(known == null ? "" : known.equals("weightDecay") ? "coeff" : known);
    String name = (known == null ? kind : known) + suffix;
    if (amount.isMissingNode()) {
      values.put(name, ConfigurationValue.of(regularization));
    } else if (ConfigurationValue.className(amount).equals("FixedSchedule")) {
      values.put(name, ConfigurationValue.of(amount.path("value")));
    } else {
      readChoice(amount, name + "Schedule", name + "Schedule");
    }
    if (regularization.has("applyLR")) {
      values.put(name + "ScaledByLearningRate", regularization.get("applyLR").booleanValue());
    }
  }

  private static boolean isSchedule(String field) {
    return field.toLowerCase(Locale.ROOT).endsWith("schedule");
  }

  private static String prefixed(String prefix, String name) {
    return prefix.isEmpty()
        ? name
        : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
