package org.provdl.capture.dl4j;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.nd4j.shade.jackson.databind.JsonNode;

/** Values of Deeplearning4j's JSON as people write them. */
final class ConfigurationValue {

  private static final String CLASS = "@class";
  private static final String DISTRIBUTION_CLASS = "type";
  private static final List<String> FAMILIES = List.of("Activation", "WeightInit", "Loss");

  private ConfigurationValue() {}

  /** A boolean, a number or a text. */
  static Object of(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isIntegralNumber()) {
      return value.longValue();
    }
    if (value.isNumber()) {
      return value.doubleValue();
    }
    return isNumberInQuotes(value) ? Double.valueOf(value.textValue()) : text(value);
  }

  /**
   * The name of an object's class without its package and family: {@code ReLU}, {@code Adam},
   * {@code MCXENT}.
   */
  static String className(JsonNode object) {
    String simple = simpleClassName(object);
    return FAMILIES.stream()
        .filter(family -> simple.startsWith(family) && simple.length() > family.length())
        .map(family -> simple.substring(family.length()))
        .findFirst()
        .orElse(simple);
  }

  /** The name of an object's class without its package; empty where it has none. */
  static String simpleClassName(JsonNode object) {
    String name = object.path(object.has(CLASS) ? CLASS : DISTRIBUTION_CLASS).asText();
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  /**
   * Whether a field of an object tells its class; distributions have a name of their own for it.
   */
  static boolean isClassName(String field, JsonNode object) {
    return field.equals(object.has(CLASS) ? CLASS : DISTRIBUTION_CLASS);
  }

  /** Deeplearning4j writes NaN and the infinities as text. */
  private static boolean isNumberInQuotes(JsonNode value) {
    return value.isTextual() && List.of("NaN", "Infinity", "-Infinity").contains(value.textValue());
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      return elements(value)
          .map(ConfigurationValue::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value.has("data") && value.has("shape")) {
      return text(value.get("data")); // an array of numbers
    }
    if (value.isObject()) {
      return className(value) + fields(value);
    }
    return value.asText();
  }

  /** A step function has no class but one field of its name. */
  private static String fields(JsonNode object) {
    boolean isKind = className(object).isEmpty() && object.size() == 1;
    if (isKind && object.elements().next().isEmpty()) {
      return object.fieldNames().next();
    }
    String fields =
        StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
            .filter(field -> !isClassName(field, object) && !object.get(field).isNull())
            .map(field -> field + "=" + text(object.get(field)))
            .collect(Collectors.joining(", "));
    return fields.isEmpty() ? "" : "(" + fields + ")";
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
