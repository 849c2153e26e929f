package org.provdl.capture;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One try of a study: the values that it proposes, and what came out. Ends with {@link
 * #succeeded(double)} or {@link #failed(Throwable)}; only the first of them counts. Thread-safe.
 *
 * <p>A run that is made in it says so in one line: {@link RunDescription#inTrial(Trial)}.
 */
public final class Trial {

  private final Study study;
  private final int number;
  private final Map<String, Object> values;
  private volatile @Nullable Double objective;

  Trial(Study study, int number, Map<String, ?> values) {
    this.study = study;
    this.number = number;
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Which trial of its study it is.
   *
   * @return from 1
   */
  public int number() {
    return number;
  }

  /**
   * The IRI of the trial, a part of the study's.
   *
   * @return an absolute IRI
   */
  public String iri() {
    return study.iri() + "#trial-" + number;
  }

  /**
   * What people may call it: the study's name and its number.
   *
   * @return such as {@code digits search, trial 3}
   */
  public String label() {
    return label(study.name(), number);
  }

  static String label(String study, int number) {
    return study + ", trial " + number;
  }

  @Nullable String experiment() {
    return study.experiment();
  }

  /**
   * The values to try.
   *
   * @return by name, in the order of the study's dimensions; cannot be changed
   */
  public Map<String, Object> values() {
    return values;
  }

  /**
   * A value of a type of your own.
   *
   * @param <T> its type
   * @param name the hyperparameter
   * @param type its type
   * @return the value
   * @throws IllegalArgumentException if the trial has no such value
   */
  public <T> T value(String name, Class<T> type) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "Trial %d has no %s of %s; it has %s."
              .formatted(number, name, type.getSimpleName(), values));
    }
    return type.cast(value);
  }

  /**
   * A number.
   *
   * @param name the hyperparameter
   * @return its value
   * @throws IllegalArgumentException if the trial has no such number
   */
  public double real(String name) {
    return value(name, Number.class).doubleValue();
  }

  /**
   * A whole number.
   *
   * @param name the hyperparameter
   * @return its value
   * @throws IllegalArgumentException if the trial has no such number, or it is not a whole one of
   *     32 bits
   */
  public int integer(String name) {
    double value = real(name);
    if (value != (int) value) {
      throw new IllegalArgumentException(
          "Trial %d has %s = %s, which is no whole number of 32 bits."
              .formatted(number, name, value));
    }
    return (int) value;
  }

  /**
   * What came out.
   *
   * @return empty while it runs, and where it failed
   */
  public OptionalDouble objective() {
    Double found = objective;
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
  }

  /**
   * Ends the trial with its objective.
   *
   * @param value the value of the study's metric; NaN never wins
   */
  public void succeeded(double value) {
    study.end(this, RunStatus.COMPLETED, value, null);
  }

  /**
   * Ends the trial without an objective.
   *
   * @param cause why
   */
  public void failed(Throwable cause) {
    study.end(this, RunStatus.FAILED, null, cause.toString());
  }

  void setObjective(@Nullable Double value) {
    objective = value;
  }
}
