package org.provdl.capture.dl4j;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.nd4j.shade.jackson.databind.JsonNode;

/** Values of Deeplearning4j's JSON as people write them. */
final class ConfigurationValue {

  private static final String CLASS = "@class";
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
    String name = object.path(CLASS).asText();
    String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    return FAMILIES.stream()
        .filter(family -> simple.startsWith(family) && simple.length() > family.length())
        .map(family -> simple.substring(family.length()))
        .findFirst()
        .orElse(simple);
  }

  static boolean isClassName(String field) {
    return field.equals(CLASS);
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
    if (value.isObject()) {
      return className(value)
          + StreamSupport.stream(((Iterable<String>) value::fieldNames).spliterator(), false)
              .filter(field -> !isClassName(field) && !value.get(field).isNull())
              .map(field -> field + "=" + text(value.get(field)))
              .collect(Collectors.joining(", ", "(", ")"));
    }
    return value.asText();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
