package org.provdl.queries;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The comment header of a query file: YAML in the leading lines that begin with {@code #+}. */
record QueryHeader(
    String title,
    String question,
    boolean arq,
    List<Parameter> parameters,
    Map<String, String> example,
    List<Column> columns) {
  private static final String MARK = "#+";
  private static final int LONGEST_HEADER = 16_384;
  private static final LoadSettings YAML =
      LoadSettings.builder()
          .setCodePointLimit(LONGEST_HEADER)
          .setMaxAliasesForCollections(0)
          .setAllowDuplicateKeys(false)
          .setUseMarks(false)
          .build();

  /**
   * Reads the header of a query; an {@link IllegalArgumentException} says what is wrong with it.
   */
  static QueryHeader parse(String text) {
    String yaml =
        text.lines()
            .takeWhile(line -> line.startsWith(MARK))
            .map(line -> line.substring(MARK.length()))
            .collect(Collectors.joining("\n"));
    Map<?, ?> header;
    try {
      header = mapping("header", new Load(YAML).loadFromString(yaml));
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException("the header is not YAML: " + e.getMessage(), e);
    }
    onlyKeys(
        "header", header, Set.of("title", "question", "arq", "parameters", "example", "columns"));
    List<Parameter> parameters = new ArrayList<>();
    optionalMapping(header, "parameters")
        .forEach((name, value) -> parameters.add(parameter(String.valueOf(name), value)));
    Map<String, String> example = new LinkedHashMap<>();
    optionalMapping(header, "example")
        .forEach((name, value) -> example.put(String.valueOf(name), String.valueOf(value)));
    List<Column> columns = new ArrayList<>();
    mapping("columns", header.get("columns"))
        .forEach((name, value) -> columns.add(column(String.valueOf(name), value)));
    return new QueryHeader(
        text(header, "title"),
        text(header, "question"),
        isTrue(header, "arq"),
        List.copyOf(parameters),
        Collections.unmodifiableMap(example),
        List.copyOf(columns));
  }

  private static Column column(String name, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> column)) {
      return new Column(name, String.valueOf(value), null);
    }
    onlyKeys(name, column, Set.of("meaning", "unit"));
    return new Column(name, text(column, "meaning"), text(column, "unit"));
  }

  private static Parameter parameter(String name, @Nullable Object value) {
    Map<?, ?> parameter = mapping(name, value);
    onlyKeys(name, parameter, Set.of("type", "list", "default", "meaning"));
    ParameterType type = ParameterType.of(text(parameter, "type"));
    if (name.equals(Parameter.LIMIT) && type != ParameterType.INTEGER) {
      throw new IllegalArgumentException("the parameter limit must have the type integer");
    }
    Object byDefault = parameter.get("default");
    if (name.equals(Parameter.LIMIT) && !(byDefault instanceof Integer limit && limit > 0)) {
      throw new IllegalArgumentException("the parameter limit must have a default of 1 or more");
    }
    return new Parameter(
        name,
        type,
        isTrue(parameter, "list"),
        byDefault == null ? null : byDefault.toString(),
        text(parameter, "meaning"));
  }

  private static boolean isTrue(Map<?, ?> mapping, String key) {
    return Boolean.TRUE.equals(mapping.get(key));
  }

  private static Map<?, ?> optionalMapping(Map<?, ?> header, String key) {
    return header.containsKey(key) ? mapping(key, header.get(key)) : Map.of();
  }

  private static Map<?, ?> mapping(String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException(
        "'%s' is missing or has no 'key: value' lines (each begins with '%s ')"
            .formatted(name, MARK));
  }

  private static String text(Map<?, ?> mapping, String key) {
    if (mapping.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException("'%s' is missing or is no text".formatted(key));
  }

  private static void onlyKeys(String name, Map<?, ?> mapping, Set<String> known) {
    for (Object key : mapping.keySet()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException("'%s' has an unknown key '%s'".formatted(name, key));
      }
    }
  }
}
