package org.provdl.queries;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * A {@link CannedQuery} with values for its parameters. Immutable and safe for use by several
 * threads.
 *
 * <p>Values replace variables in the parsed query as RDF terms, so that no value can change what is
 * asked.
 */
public final class BoundQuery {
  private final CannedQuery query;
  private final Map<String, Node> values;

  BoundQuery(CannedQuery query, Map<String, Node> values) {
    this.query = query;
    this.values = Map.copyOf(values);
  }

  /**
   * Gives a parameter its value, instead of any that it had.
   *
   * @param parameter its name
   * @param value the value as text, which is parsed and checked by the parameter's type
   * @return the query with that value too
   * @throws QueryParameterException if there is no such parameter or the value is not of its type
   */
  public BoundQuery with(String parameter, String value) {
    return plus(parse(query.parameter(parameter), value), parameter);
  }

  /**
   * Gives a parameter its value, instead of any that it had.
   *
   * @param parameter its name
   * @param value the value as an RDF term
   * @return the query with that value too
   * @throws QueryParameterException if there is no such parameter or the value is not of its type
   */
  public BoundQuery with(String parameter, Node value) {
    Parameter declared = query.parameter(parameter);
    try {
      return plus(inRange(declared, query.parser().check(declared.type(), value)), parameter);
    } catch (IllegalArgumentException e) {
      throw refused(declared, value.toString(), e);
    }
  }

  /**
   * Returns the query as it is sent to an endpoint.
   *
   * @return a query of the caller's own
   * @throws QueryParameterException if a parameter has neither a value nor a default
   */
  public Query toQuery() {
    return bind(query.parameters());
  }

  /**
   * Makes a condition of this ASK query about a run.
   *
   * @param endpoint where it is asked
   * @return the condition
   * @throws QueryParameterException if a parameter other than {@code run} has neither a value nor a
   *     default
   * @throws IllegalArgumentException if it is no ASK query with the parameter {@code run}
   */
  public Condition condition(SparqlEndpoint endpoint) {
    return new Condition(
        name(),
        bind(query.parameters().stream().filter(parameter -> !isRun(parameter)).toList()),
        endpoint);
  }

  /** The query's name and the values that it was given. */
  private String name() {
    return Stream.concat(
            Stream.of(query.name()),
            query.parameters().stream()
                .filter(parameter -> values.containsKey(parameter.name()) && !isRun(parameter))
                .map(parameter -> parameter.name() + "=" + CellText.of(value(parameter))))
        .collect(Collectors.joining(" "));
  }

  private static boolean isRun(Parameter parameter) {
    return parameter.name().equals(Condition.RUN);
  }

  private Query bind(List<Parameter> parameters) {
    Map<Var, Node> substitutions = new HashMap<>();
    long limit = Query.NOLIMIT;
    for (Parameter parameter : parameters) {
      Node value = value(parameter);
      if (parameter.isLimit()) {
        limit = new BigInteger(value.getLiteralLexicalForm()).longValueExact();
      } else {
        substitutions.put(Var.alloc(parameter.name()), value);
      }
    }
    Query bound = QueryTransformOps.replaceVars(query.template(), substitutions);
    bound.setLimit(limit);
    return bound;
  }

  /**
   * Asks the query.
   *
   * @param endpoint where to ask
   * @return the result
   * @throws QueryParameterException if a parameter has neither a value nor a default
   * @throws SparqlEndpointException if the endpoint does not answer
   */
  public ResultTable on(SparqlEndpoint endpoint) {
    return endpoint.select(toQuery());
  }

  private BoundQuery plus(Node value, String parameter) {
    Map<String, Node> more = new HashMap<>(values);
    more.put(parameter, value);
    return new BoundQuery(query, more);
  }

  private Node value(Parameter parameter) {
    Node value = values.get(parameter.name());
    if (value != null) {
      return value;
    }
    String byDefault = parameter.defaultValue();
    if (byDefault == null) {
      throw new QueryParameterException(
          "Query '%s' needs the parameter '%s' (%s): %s"
              .formatted(
                  query.name(),
                  parameter.name(),
                  parameter.meaning(),
                  parameter.type().expectation()));
    }
    return parse(parameter, byDefault);
  }

  private Node parse(Parameter parameter, String text) {
    try {
      return inRange(parameter, query.parser().parse(parameter.type(), text));
    } catch (IllegalArgumentException e) {
      throw refused(parameter, text, e);
    }
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

  private QueryParameterException refused(
      Parameter parameter, String value, IllegalArgumentException reason) {
    return new QueryParameterException(
        "Parameter '%s' of query '%s' takes %s, not '%s': %s"
            .formatted(
                parameter.name(),
                query.name(),
                parameter.type().expectation(),
                Quoted.shorten(value),
                reason.getMessage()));
  }
}
