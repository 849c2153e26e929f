package org.provdl.queries;

import java.math.BigInteger;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * One value of a parameter.
 *
 * @param parameter what it is for
 * @param text what was given; null where it was given as a term, or by default, so that nobody
 *     looks for it
 * @param known the term that it is; null where it can only be a name
 * @param query whose parameter it is
 */
record Argument(
    Parameter parameter, @Nullable String text, @Nullable Node known, CannedQuery query) {
  private static final int LONGEST_NAME = 1_000;

  /** A value that somebody wrote. */
  static Argument of(Parameter parameter, String text, CannedQuery query) {
    try {
      return new Argument(parameter, text, parse(parameter, text, query), query);
    } catch (IllegalArgumentException e) {
      if (isName(parameter.type(), text)) {
        return new Argument(parameter, text, null, query);
      }
      throw refused(parameter, text, query, e);
    }
  }

  static Argument byDefault(Parameter parameter, String text, CannedQuery query) {
    try {
      return new Argument(parameter, null, parse(parameter, text, query), query);
    } catch (IllegalArgumentException e) {
      throw refused(parameter, text, query, e);
    }
  }

  static Argument of(Parameter parameter, Node term, CannedQuery query) {
    try {
      Node checked = query.parser().check(parameter.type(), term);
      return new Argument(parameter, null, inRange(parameter, checked), query);
    } catch (IllegalArgumentException e) {
      throw refused(parameter, term.toString(), query, e);
    }
  }

  /** The term, whether or not anything is called so. */
  Node term() {
    if (known == null) {
      throw new QueryParameterException(
          "Parameter '%s' of query '%s' is a name, '%s', and only an endpoint can tell whose"
              .formatted(parameter.name(), query.name(), Quoted.shorten(String.valueOf(text))));
    }
    return known;
  }

  /** The term of what is there. */
  Node resolve(Lookup lookup, SparqlEndpoint endpoint) {
    return text == null ? term() : lookup.find(parameter.type(), text, known, endpoint);
  }

  /** Whether text that is no IRI may be what people call a run or a study. */
  private static boolean isName(ParameterType type, String text) {
    return (type == ParameterType.RUN || type == ParameterType.STUDY)
        && !text.isBlank()
        && text.length() <= LONGEST_NAME
        && !(text.startsWith("<") && text.endsWith(">"))
        && Quoted.isText(text);
  }

  private static Node parse(Parameter parameter, String text, CannedQuery query) {
    return inRange(parameter, query.parser().parse(parameter.type(), text));
  }

  private static Node inRange(Parameter parameter, Node value) {
    if (parameter.isLimit()) {
      BigInteger limit = new BigInteger(value.getLiteralLexicalForm());
      if (limit.signum() <= 0 || limit.bitLength() >= Long.SIZE) {
        throw new IllegalArgumentException("a limit must be at least 1 and fit into 64 bits");
      }
    }
    return value;
  }

  private static QueryParameterException refused(
      Parameter parameter, String value, CannedQuery query, IllegalArgumentException reason) {
    return new QueryParameterException(
        "Parameter '%s' of query '%s' takes %s, not '%s': %s"
            .formatted(
                parameter.name(),
                query.name(),
                parameter.type().expectation(),
                Quoted.shorten(value),
                Quoted.printable(String.valueOf(reason.getMessage()))));
  }
}
