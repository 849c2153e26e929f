package org.provdl.queries;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;

/** One documented query of a {@link Catalogue}. Immutable and safe for use by several threads. */
public final class CannedQuery {
  private final QuerySource source;
  private final Lookup lookup;
  private final String base;
  private @Nullable QueryHeader header;
  private @Nullable Query template;

  /** The file is parsed, and checked, when something in it is asked for. */
  CannedQuery(QuerySource source, Lookup lookup, String base) {
    this.source = source;
    this.lookup = lookup;
    this.base = base;
  }

  /**
   * Returns the name: the file's name without {@code .rq}.
   *
   * @return the name, such as {@code best-runs}
   */
  public String name() {
    return source.name();
  }

  /**
   * Returns what it is about: the name of the folder that its file lies in.
   *
   * @return such as {@code lineage}; empty if the file lies in no folder of a theme
   */
  public String theme() {
    return source.theme();
  }

  /**
   * Returns the query with its header, in which the parameters are variables.
   *
   * @return the text of the file, with the patterns that it includes
   */
  public String text() {
    return source.text();
  }

  /** The file, relative to the folder of all queries. */
  String path() {
    return source.path();
  }

  /**
   * Returns the title.
   *
   * @return a few words
   */
  public String title() {
    return header().title();
  }

  /**
   * Returns the question that it answers.
   *
   * @return one sentence
   */
  public String question() {
    return header().question();
  }

  /**
   * Returns the parameters.
   *
   * @return in the order of the header
   */
  public List<Parameter> parameters() {
    return header().parameters();
  }

  /**
   * Returns values for which the query has rows where the runs of the examples are stored.
   *
   * @return values by parameter; may be empty
   */
  public Map<String, String> example() {
    return header().example();
  }

  /**
   * Returns the columns of the result.
   *
   * @return in the order of the result
   */
  public List<Column> columns() {
    return header().columns();
  }

  /**
   * Tells whether the query uses Jena's extensions of SPARQL, so that only an endpoint of Jena
   * answers it.
   *
   * @return whether it needs ARQ
   */
  public boolean needsArq() {
    return header().arq();
  }

  /**
   * Tells whether it is a question with the answer yes or no: an ASK query.
   *
   * @return whether it is
   */
  public boolean isAsk() {
    return template().isAskType();
  }

  /**
   * Gives a parameter its value.
   *
   * @param parameter its name
   * @param value the value as text, which is parsed and checked by the parameter's type
   * @return the query with that value
   * @throws QueryParameterException if there is no such parameter or the value is not of its type
   */
  public BoundQuery with(String parameter, String value) {
    return unbound().with(parameter, value);
  }

  /**
   * Gives a parameter its value.
   *
   * @param parameter its name
   * @param value the value as an RDF term
   * @return the query with that value
   * @throws QueryParameterException if there is no such parameter or the value is not of its type
   */
  public BoundQuery with(String parameter, Node value) {
    return unbound().with(parameter, value);
  }

  /**
   * Gives several parameters their values.
   *
   * @param values the values as text, by parameter
   * @return the query with those values
   * @throws QueryParameterException if there is no such parameter or a value is not of its type
   */
  public BoundQuery with(Map<String, String> values) {
    BoundQuery bound = unbound();
    for (Map.Entry<String, String> value : values.entrySet()) {
      bound = bound.with(value.getKey(), value.getValue());
    }
    return bound;
  }

  /**
   * Asks the query with the defaults of all its parameters.
   *
   * @param endpoint where to ask
   * @return the result
   * @throws QueryParameterException if a parameter has no default
   * @throws SparqlEndpointException if the endpoint does not answer
   */
  public ResultTable on(SparqlEndpoint endpoint) {
    return unbound().on(endpoint);
  }

  /**
   * Makes a condition of this ASK query about a run, with the defaults of its other parameters.
   *
   * @param endpoint where it is asked
   * @return the condition
   * @throws QueryParameterException if another parameter has no default
   * @throws IllegalArgumentException if it is no ASK query with the parameter {@code run}
   */
  public Condition condition(SparqlEndpoint endpoint) {
    return unbound().condition(endpoint);
  }

  private synchronized QueryHeader header() {
    if (header == null) {
      header = QueryFile.header(source);
    }
    return header;
  }

  synchronized Query template() {
    if (template == null) {
      template = QueryFile.parse(source, header());
    }
    return template;
  }

  ParameterParser parser() {
    return new ParameterParser(template().getPrefixMapping(), base);
  }

  Lookup lookup() {
    return lookup;
  }

  Parameter parameter(String parameter) {
    return parameters().stream()
        .filter(candidate -> candidate.name().equals(parameter))
        .findFirst()
        .orElseThrow(
            () ->
                new QueryParameterException(
                    "Query '%s' has no parameter '%s'; it takes %s"
                        .formatted(name(), Quoted.shorten(parameter), parameterNames())));
  }

  private String parameterNames() {
    return parameters().isEmpty()
        ? "none"
        : parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
  }

  private BoundQuery unbound() {
    return new BoundQuery(this, Map.of());
  }
}
