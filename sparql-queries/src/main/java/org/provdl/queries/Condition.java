package org.provdl.queries;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * A question about a run with the answer yes or no, and where it is asked: what training can be
 * stopped or changed by. Immutable and safe for use by several threads.
 *
 * <p>It is an ASK query with the variable {@code ?run}, which the IRI of the run takes the place of
 * as an RDF term. {@link CannedQuery#condition} makes one of the catalogue.
 */
public final class Condition {

  /** The variable that stands for the run. */
  static final String RUN = "run";

  private final String name;
  private final Query question;
  private final SparqlEndpoint endpoint;

  Condition(String name, Query question, SparqlEndpoint endpoint) {
    if (!question.isAskType()) {
      throw new IllegalArgumentException(
          "The condition '%s' must be an ASK query, whose answer is yes or no"
              .formatted(Quoted.shorten(name)));
    }
    if (bind(question, NodeFactory.createURI("urn:x-provdl:run")).equals(question)) {
      throw new IllegalArgumentException(
          "The condition '%s' does not say which run it is about: it needs the variable ?%s, as in ASK { GRAPH ?%2$s { ... } }"
              .formatted(Quoted.shorten(name), RUN));
    }
    this.name = name;
    this.question = question;
    this.endpoint = endpoint;
  }

  /**
   * A condition of your own.
   *
   * @param name what people call it
   * @param ask the text of an ASK query with the variable {@code ?run}; it may use the extensions
   *     of Jena where the endpoint is one of Jena's
   * @param endpoint where it is asked
   * @return the condition
   * @throws IllegalArgumentException if the name is blank or the text is no such query
   */
  public static Condition of(String name, String ask, SparqlEndpoint endpoint) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A condition needs a name, but it is blank");
    }
    try {
      return new Condition(name, QueryFactory.create(ask, Syntax.syntaxARQ), endpoint);
    } catch (QueryException e) {
      throw new IllegalArgumentException(
          "The condition '%s' is no SPARQL query: %s"
              .formatted(Quoted.shorten(name), e.getMessage()),
          e);
    }
  }

  /**
   * What people call it.
   *
   * @return such as {@code validation-loss-rises epochs=3}
   */
  public String name() {
    return name;
  }

  /**
   * What it asks, in SPARQL.
   *
   * @return the text of the ASK query, in which {@code ?run} stands for the run
   */
  public String definition() {
    return question.toString().strip();
  }

  /**
   * Asks it, on the calling thread.
   *
   * @param run the IRI of a run
   * @return the answer
   * @throws SparqlEndpointException if the endpoint does not answer
   */
  public boolean holds(String run) {
    return endpoint.select(bind(question, NodeFactory.createURI(run))).isYes();
  }

  /** Its name. */
  @Override
  public String toString() {
    return name;
  }

  private static Query bind(Query question, Node run) {
    return QueryTransformOps.replaceVars(question, Map.of(Var.alloc(RUN), run));
  }
}
