package org.provdl.queries;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * A {@link CannedQuery} with values for its parameters. Immutable and safe for use by several
 * threads.
 *
 * <p>Values replace variables in the parsed query as RDF terms, so that no value can change what is
 * asked.
 */
public final class BoundQuery {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final CannedQuery query;
  private final Map<String, List<Argument>> values;

  BoundQuery(CannedQuery query, Map<String, List<Argument>> values) {
    this.query = query;
    this.values = Map.copyOf(values);
  }

  /**
   * Gives a parameter its value, instead of any that it had.
   *
   * @param parameter its name
   * @param value the value as text, which is parsed and checked by the parameter's type; several
   *     values of a list are separated by commas
   * @return the query with that value too
   * @throws QueryParameterException if there is no such parameter or the value is not of its type
   */
  public BoundQuery with(String parameter, String value) {
    Parameter declared = query.parameter(parameter);
    return declared.list()
        ? with(parameter, COMMA.splitAsStream(value).toList())
        : plus(List.of(Argument.of(declared, value, query)), parameter);
  }

  /**
   * Gives a list its values, instead of any that it had.
   *
   * @param parameter its name
   * @param texts the values as text; none stand for all that there are
   * @return the query with those values too
   * @throws QueryParameterException if there is no such parameter, it is no list and there is not
   *     one value, or a value is not of its type
   */
  public BoundQuery with(String parameter, List<String> texts) {
    Parameter declared = query.parameter(parameter);
    if (!declared.list() && texts.size() != 1) {
      throw new QueryParameterException(
          "Parameter '%s' of query '%s' takes one value, not %d"
              .formatted(parameter, query.name(), texts.size()));
    }
    return plus(texts.stream().map(text -> Argument.of(declared, text, query)).toList(), parameter);
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
    return plus(List.of(Argument.of(query.parameter(parameter), value, query)), parameter);
  }

  /**
   * Returns the query as it is sent to an endpoint that knows what it is asked about.
   *
   * @return a query of the caller's own
   * @throws QueryParameterException if a parameter has neither a value nor a default, or a name
   *     that only an endpoint can tell an IRI for
   */
  public Query toQuery() {
    return bind(query.parameters(), Argument::term);
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
        bind(
            query.parameters().stream().filter(parameter -> !isRun(parameter)).toList(),
            Argument::term),
        endpoint);
  }

  /** The query's name and the values that it was given. */
  private String name() {
    return Stream.concat(
            Stream.of(query.name()),
            query.parameters().stream()
                .filter(parameter -> values.containsKey(parameter.name()) && !isRun(parameter))
                .map(parameter -> parameter.name() + "=" + shown(parameter)))
        .collect(Collectors.joining(" "));
  }

  private static boolean isRun(Parameter parameter) {
    return parameter.name().equals(Condition.RUN);
  }

  private String shown(Parameter parameter) {
    return arguments(parameter).stream()
        .map(argument -> CellText.of(argument.term()))
        .collect(Collectors.joining(","));
  }

  private Query bind(List<Parameter> parameters, Function<Argument, Node> term) {
    Map<Var, Node> substitutions = new HashMap<>();
    Map<Var, List<Node>> lists = new HashMap<>();
    for (Parameter parameter : parameters) {
      List<Node> terms = arguments(parameter).stream().map(term).toList();
      if (parameter.list()) {
        lists.put(Var.alloc(parameter.name()), terms);
      } else if (!parameter.isLimit()) {
        substitutions.put(Var.alloc(parameter.name()), terms.get(0));
      }
    }
    Query bound =
        QueryTransformOps.replaceVars(ListValues.put(lists, query.template()), substitutions);
    parameters.stream()
        .filter(Parameter::isLimit)
        .forEach(limit -> RowLimit.set(bound, limit.defaultLimit(), limit(limit)));
    if (Stream.concat(
            substitutions.values().stream(), lists.values().stream().flatMap(List::stream))
        .anyMatch(BoundQuery::isUnfitForAPrefix)) {
      bound.setPrefixMapping(PrefixMapping.Factory.create());
    }
    return bound;
  }

  /** Whether Jena writes a prefixed name for it that its own parser cannot read. */
  private static boolean isUnfitForAPrefix(Node value) {
    return value.isURI()
        && value.getURI().codePoints().anyMatch(Character::isSupplementaryCodePoint);
  }

  private long limit(Parameter parameter) {
    String digits = arguments(parameter).get(0).term().getLiteralLexicalForm();
    return new BigInteger(digits).longValueExact();
  }

  /**
   * Asks the query.
   *
   * @param endpoint where to ask
   * @return the whole result
   * @throws QueryParameterException if a parameter has neither a value nor a default, or names a
   *     run, a study, a metric, a hyperparameter or an entity that the endpoint does not know, or
   *     that may be several
   * @throws SparqlEndpointException if the endpoint does not answer
   */
  public ResultTable on(SparqlEndpoint endpoint) {
    return endpoint.select(toQuery(endpoint));
  }

  /**
   * Asks the query, and reads its rows as records.
   *
   * @param endpoint where to ask
   * @param row as for {@link ResultTable#as}
   * @param <R> the record
   * @return the whole result
   * @throws QueryParameterException as {@link #on(SparqlEndpoint)} does
   * @throws SparqlEndpointException if the endpoint does not answer
   * @throws IllegalArgumentException if the record does not fit
   */
  public <R extends Record> List<R> on(SparqlEndpoint endpoint, Class<R> row) {
    return on(endpoint).as(row);
  }

  /**
   * Asks the query, and reads its rows one by one, however many there are.
   *
   * @param endpoint where to ask
   * @param row as for {@link ResultTable#as}
   * @param reader called once with all rows, which it may read until it returns; on the calling
   *     thread, unless the endpoint has threads of its own
   * @param <R> the record
   * @throws QueryParameterException as {@link #on(SparqlEndpoint)} does
   * @throws SparqlEndpointException if the endpoint does not answer
   * @throws IllegalArgumentException if the record does not fit
   */
  public <R extends Record> void read(
      SparqlEndpoint endpoint, Class<R> row, Consumer<Stream<R>> reader) {
    endpoint.answer(
        toQuery(endpoint),
        rows -> {
          RecordReader<R> records = RecordReader.of(row, ResultTable.columns(rows));
          reader.accept(Iter.asStream(rows).map(ResultTable::row).map(records::read));
        });
  }

  /**
   * Asks the query, and hands its rows on as they come.
   *
   * @param endpoint where to ask
   * @param reader called once with the rows, which it may read until it returns
   * @throws QueryParameterException as {@link #on(SparqlEndpoint)} does
   * @throws SparqlEndpointException if the endpoint does not answer
   */
  public void read(SparqlEndpoint endpoint, Consumer<RowSet> reader) {
    endpoint.answer(toQuery(endpoint), reader);
  }

  /**
   * Returns the query as it is sent to an endpoint, where names stand for what they mean there.
   *
   * @param endpoint where names are looked up
   * @return a query of the caller's own
   * @throws QueryParameterException as {@link #on(SparqlEndpoint)} does
   * @throws SparqlEndpointException if the endpoint does not answer
   */
  public Query toQuery(SparqlEndpoint endpoint) {
    return bind(query.parameters(), argument -> argument.resolve(query.lookup(), endpoint));
  }

  private BoundQuery plus(List<Argument> arguments, String parameter) {
    Map<String, List<Argument>> more = new HashMap<>(values);
    more.put(parameter, arguments);
    return new BoundQuery(query, more);
  }

  private List<Argument> arguments(Parameter parameter) {
    List<Argument> given = values.get(parameter.name());
    if (given != null) {
      return given;
    }
    String byDefault = parameter.defaultValue();
    if (byDefault != null) {
      return (parameter.list() ? COMMA.splitAsStream(byDefault) : Stream.of(byDefault))
          .map(text -> Argument.byDefault(parameter, text, query))
          .toList();
    }
    if (parameter.list()) {
      return List.of();
    }
    throw new QueryParameterException(
        "Query '%s' needs the parameter '%s' (%s): %s"
            .formatted(
                query.name(),
                parameter.name(),
                parameter.meaning(),
                parameter.type().expectation()));
  }
}
