package org.provdl.queries;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a query, as its header documents it.
 *
 * @param name the name of the parameter and of the SPARQL variable that it binds
 * @param type what values it takes
 * @param list whether it takes any number of values: none stands for all that there are
 * @param defaultValue the value, as text, that holds when none is given; null when one must be
 *     given, or when a list is empty
 * @param meaning what it is for, in plain words
 */
public record Parameter(
    String name, ParameterType type, boolean list, @Nullable String defaultValue, String meaning) {

  /**
   * The integer parameter that sets how many rows there are at most; SPARQL has no variable there.
   */
  static final String LIMIT = "limit";

  /**
   * Tells whether a value must be given.
   *
   * @return whether there is no default, and it is no list
   */
  public boolean required() {
    return defaultValue == null && !list;
  }

  boolean isLimit() {
    return name.equals(LIMIT);
  }

  /** The default of the limit, which the header is checked to have. */
  long defaultLimit() {
    return Long.parseLong(Objects.requireNonNull(defaultValue));
  }
}
