package org.provdl.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.QueryParameterException;

/**
 * The parameters of a request.
 *
 * @param values those that have a value: an empty field of a form says nothing
 * @param format the form that the answer is to have; null leaves it to the header Accept
 */
record Arguments(Map<String, List<String>> values, @Nullable String format) {

  /** The parameter that a query cannot have. */
  static final String FORMAT = "format";

  /** More than any query takes. */
  private static final int MOST = 50;

  /**
   * Reads them.
   *
   * @throws Problem if they are malformed, too many or repeated
   */
  static Arguments of(HttpServletRequest request) {
    Map<String, String[]> given = parameters(request);
    if (given.values().stream().mapToInt(values -> values.length).sum() > MOST) {
      throw Problem.badRequest("There are more than " + MOST + " parameters.");
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    given.forEach(
        (name, texts) -> {
          List<String> filled = Arrays.stream(texts).filter(text -> !text.isBlank()).toList();
          if (!filled.isEmpty()) {
            values.put(name, filled);
          }
        });
    String format = new Arguments(values, null).single(FORMAT);
    values.remove(FORMAT);
    return new Arguments(values, format);
  }

  /**
   * One that can be given once.
   *
   * @return null if it is not given
   * @throws Problem if it is given more than once
   */
  @Nullable String single(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw Problem.badRequest(
          "The parameter " + name + " takes one value, not " + given.size() + ".");
    }
    return given.isEmpty() ? null : given.get(0);
  }

  /**
   * Checks that there are no others.
   *
   * @throws Problem if there are
   */
  void only(Collection<String> names) {
    if (!names.containsAll(values.keySet())) {
      throw Problem.badRequest(
          Stream.concat(names.stream(), Stream.of(FORMAT))
              .collect(Collectors.joining(", ", "The parameters here are ", ".")));
    }
  }

  /**
   * Gives them to a query.
   *
   * @throws QueryParameterException if it has no such parameter, or a value is not of its type
   */
  BoundQuery bind(CannedQuery query) {
    BoundQuery bound = query.with(Map.of());
    for (Map.Entry<String, List<String>> given : values.entrySet()) {
      List<String> texts = given.getValue();
      bound =
          texts.size() == 1
              ? bound.with(given.getKey(), texts.get(0))
              : bound.with(given.getKey(), texts);
    }
    return bound;
  }

  private static Map<String, String[]> parameters(HttpServletRequest request) {
    try {
      return request.getParameterMap();
    } catch (RuntimeException malformed) {
      throw Problem.badRequest("The parameters are not encoded as those of a URL are.");
    }
  }
}
