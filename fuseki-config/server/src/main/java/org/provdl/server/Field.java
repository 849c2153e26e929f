package org.provdl.server;

import java.util.List;
import org.provdl.queries.Parameter;
import org.provdl.queries.ParameterType;

/**
 * The field of a form for a parameter.
 *
 * @param value what was given; several values of a list have commas between them
 */
record Field(Parameter parameter, String value) {

  static Field of(Parameter parameter, Arguments arguments) {
    return new Field(
        parameter, String.join(", ", arguments.values().getOrDefault(parameter.name(), List.of())));
  }

  /** What the field is labelled with below its name. */
  String hint() {
    String type = (parameter.list() ? "list of " : "") + parameter.type().label();
    if (parameter.required()) {
      return type + ", needed";
    }
    return parameter.defaultValue() == null
        ? type
        : type + ", " + parameter.defaultValue() + " unless given";
  }

  /** What is shown where nothing is given. */
  String placeholder() {
    return parameter.defaultValue() == null ? "" : parameter.defaultValue();
  }

  boolean isChoice() {
    return parameter.type() == ParameterType.BOOLEAN && !parameter.list();
  }

  /** The keyboard of a phone. */
  String inputMode() {
    boolean number =
        parameter.type() == ParameterType.INTEGER || parameter.type() == ParameterType.DECIMAL;
    return number && !parameter.list() ? "decimal" : "text";
  }
}
