package org.provdl.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Column;
import org.provdl.queries.Parameter;

/** Says what a query asks, takes and answers. */
final class Explanation {

  private static final String LINE = "  %-32s %s";

  private Explanation() {}

  /** Lines for people. */
  static List<String> of(CannedQuery query) {
    return Stream.of(
            Stream.of("%s: %s".formatted(query.name(), query.title()), query.question()),
            query.needsArq()
                ? Stream.of("It needs an endpoint of Apache Jena, such as provdl serve.")
                : Stream.<String>of(),
            section("Parameters", query.parameters().stream().map(Explanation::line)),
            section("Columns", query.columns().stream().map(Explanation::line)),
            section("Example", Stream.of("  " + example(query))))
        .flatMap(part -> part)
        .toList();
  }

  private static Stream<String> section(String title, Stream<String> lines) {
    List<String> all = lines.toList();
    return all.isEmpty() ? Stream.of() : Stream.concat(Stream.of("", title), all.stream());
  }

  private static String line(Parameter parameter) {
    String byDefault = parameter.defaultValue();
    return LINE.formatted(
        option(parameter),
        parameter.meaning()
            + (parameter.required()
                ? " (required)"
                : byDefault == null
                    ? " (all unless given; may be given several times)"
                    : " (default: %s)".formatted(byDefault)));
  }

  private static String option(Parameter parameter) {
    return "--%s %s".formatted(parameter.name(), placeholder(parameter));
  }

  private static String placeholder(Parameter parameter) {
    return parameter.type().label().toUpperCase(Locale.ROOT);
  }

  private static String line(Column column) {
    String unit = column.unit();
    return LINE.formatted(
        unit == null ? column.name() : "%s [%s]".formatted(column.name(), unit), column.meaning());
  }

  /** With what the examples of the catalogue ask for, and what else must be given. */
  private static String example(CannedQuery query) {
    return query.parameters().stream()
        .filter(it -> it.required() || query.example().containsKey(it.name()))
        .map(it -> value(it, query))
        .collect(Collectors.joining("", "provdl query " + query.name(), ""));
  }

  private static String value(Parameter parameter, CannedQuery query) {
    String value = query.example().getOrDefault(parameter.name(), placeholder(parameter));
    boolean plain = value.matches("[\\w:./=@%+-]+");
    return " --%s %s"
        .formatted(parameter.name(), plain ? value : "'" + value.replace("'", "'\\''") + "'");
  }
}
