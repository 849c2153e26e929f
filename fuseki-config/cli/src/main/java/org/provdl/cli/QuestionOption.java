package org.provdl.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.Parameter;
import org.provdl.queries.ParameterType;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A parameter of a query as an option.
 *
 * @param parameter the parameter
 */
record QuestionOption(Parameter parameter) {

  /** Puts it before the options that every query has. */
  private static final int FIRST = -2;

  void addTo(CommandSpec command, String query) {
    if (command.findOption(name()) != null || name().equals("--help")) {
      throw new IllegalArgumentException(
          "The query '%s' has a parameter '%s', but %s is an option of every query; rename it"
              .formatted(query, parameter.name(), name()));
    }
    OptionSpec.Builder option =
        OptionSpec.builder(name())
            .order(FIRST)
            .paramLabel(parameter.type().label().toUpperCase(Locale.ROOT))
            .description(description().replace("%", "%%"))
            .required(parameter.required())
            .completionCandidates(candidates());
    command.addOption(
        (parameter.list()
                ? option.type(List.class).auxiliaryTypes(String.class)
                : option.type(String.class))
            .build());
  }

  /** The query with what a command line gave; as it is if that was nothing. */
  BoundQuery bind(BoundQuery query, CommandSpec command) {
    List<String> values = values(command);
    return switch (values.size()) {
      case 0 -> query;
      case 1 -> query.with(parameter.name(), values.get(0));
      default -> query.with(parameter.name(), values);
    };
  }

  List<String> values(CommandSpec command) {
    @Nullable Object value = command.findOption(name()).getValue();
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : value == null ? List.of() : List.of(value.toString());
  }

  private String name() {
    return "--" + parameter.name();
  }

  private String description() {
    String byDefault = parameter.defaultValue();
    return parameter.meaning()
        + (byDefault == null || byDefault.isEmpty() ? "" : " (default: %s)".formatted(byDefault))
        + (parameter.list() ? "; may be given several times" : "");
  }

  /** The values that there are, where they are few. */
  private List<String> candidates() {
    return parameter.type() == ParameterType.BOOLEAN
        ? List.of("true", "false")
        : parameter.type() == ParameterType.SPLIT
            ? List.of("training", "validation", "test")
            : List.of();
  }
}
