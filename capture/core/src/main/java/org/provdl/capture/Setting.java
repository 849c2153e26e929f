package org.provdl.capture;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A value chosen for a hyperparameter, for the whole model or for one layer.
 *
 * @param hyperparameter the name: one of the ontology's ({@code learningRate}, {@code batchSize},
 *     ...) or any other of your own
 * @param layer the index of the layer that it applies to, from 0; empty for the whole model
 * @param value a {@link Boolean}, {@link Long}, {@link Double}, {@link BigInteger}, {@link
 *     BigDecimal} or {@link String}
 */
public record Setting(String hyperparameter, OptionalInt layer, Object value) {

  /**
   * Narrows the value to one that RDF has a type for: shorter integers become {@link Long}, a
   * {@link Float} the {@link Double} of the same decimal digits, anything unknown its text.
   *
   * @param hyperparameter the name
   * @param layer the layer's index; empty for the whole model
   * @param value the value, of any type
   * @throws IllegalArgumentException if the name is blank or the index negative
   */
  public Setting {
    if (hyperparameter.isBlank()) {
      throw new IllegalArgumentException(
          "A setting needs the name of its hyperparameter, but it is blank.");
    }
    if (layer.isPresent() && layer.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "Layers count from 0, but the setting "
              + hyperparameter
              + " names layer "
              + layer.getAsInt()
              + ".");
    }
    value = narrow(Objects.requireNonNull(value, "value"));
  }

  /**
   * A setting of the whole model.
   *
   * @param hyperparameter its name
   * @param value its value
   * @return the setting
   */
  public static Setting ofModel(String hyperparameter, Object value) {
    return new Setting(hyperparameter, OptionalInt.empty(), value);
  }

  /**
   * A setting of one layer.
   *
   * @param layer the layer's index, from 0
   * @param hyperparameter its name
   * @param value its value
   * @return the setting
   */
  public static Setting ofLayer(int layer, String hyperparameter, Object value) {
    return new Setting(hyperparameter, OptionalInt.of(layer), value);
  }

  /** A value as one of a type that RDF has. */
  static Object narrow(Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float) {
      return Double.valueOf(value.toString());
    }
    boolean known =
        value instanceof Boolean
            || value instanceof Long
            || value instanceof Double
            || value instanceof BigInteger
            || value instanceof BigDecimal;
    return known ? value : value.toString();
  }
}
