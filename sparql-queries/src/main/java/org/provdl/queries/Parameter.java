package org.provdl.queries;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a query, as its header documents it.
 *
 * @param name the name of the parameter and of the SPARQL variable that it binds
 * @param type what values it takes
 * @param defaultValue the value, as text, that holds when none is given; null when one must be
 *     given
 * @param meaning what it is for, in plain words
 */
public record Parameter(
    String name, ParameterType type, @Nullable String defaultValue, String meaning) {

  /**
   * The integer parameter that sets how many rows there are at most; SPARQL has no variable there.
   */
  static final String LIMIT = "limit";

  /**
   * Tells whether a value must be given.
   *
   * @return whether there is no default
   */
  public boolean required() {
    return defaultValue == null;
  }

  boolean isLimit() {
    return name.equals(LIMIT);
  }
}
