package org.provdl.queries;

import java.net.URI;
import java.time.Duration;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Where queries are asked. Its named graphs are the runs, and its default graph is the union of all
 * of them.
 *
 * <p>An endpoint must be safe for use by several threads; the ones that are made here are.
 */
@FunctionalInterface
public interface SparqlEndpoint {

  /** How long a query may take unless another time is given: one minute. */
  Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);

  /**
   * Answers a SELECT or an ASK query.
   *
   * @param query the query
   * @return the whole result
   * @throws SparqlEndpointException if there is no answer
   */
  ResultTable select(Query query);

  /**
   * Asks a dataset in this process, within {@link #DEFAULT_TIMEOUT}.
   *
   * @param dataset the dataset; the union of its named graphs takes the place of its default graph
   * @return the endpoint, which reads on the calling thread, in a read transaction when none is
   *     open
   */
  static SparqlEndpoint local(DatasetGraph dataset) {
    return local(dataset, DEFAULT_TIMEOUT);
  }

  /**
   * Asks a dataset in this process.
   *
   * @param dataset the dataset; the union of its named graphs takes the place of its default graph
   * @param timeout how long a query may take
   * @return the endpoint, which reads on the calling thread, in a read transaction when none is
   *     open
   */
  static SparqlEndpoint local(DatasetGraph dataset, Duration timeout) {
    return new LocalEndpoint(dataset, timeout);
  }

  /**
   * Asks a SPARQL endpoint over HTTP, within {@link #DEFAULT_TIMEOUT}.
   *
   * @param address the address of its query service, such as {@code
   *     http://localhost:3030/provdl/query}
   * @return the endpoint
   */
  static SparqlEndpoint remote(URI address) {
    return remote(address, DEFAULT_TIMEOUT);
  }

  /**
   * Asks a SPARQL endpoint over HTTP.
   *
   * @param address the address of its query service, such as {@code
   *     http://localhost:3030/provdl/query}
   * @param timeout how long its answer may take to begin
   * @return the endpoint
   */
  static SparqlEndpoint remote(URI address, Duration timeout) {
    return new RemoteEndpoint(address, timeout);
  }
}
