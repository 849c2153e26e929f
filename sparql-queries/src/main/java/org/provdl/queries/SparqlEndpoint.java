package org.provdl.queries;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

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
   * @param reader called once with the rows, which it may read until it returns; the answer to an
   *     ASK query is one row with the column {@link ResultTable#ANSWER}. What it throws is passed
   *     on
   * @throws SparqlEndpointException if there is no answer
   */
  void answer(Query query, Consumer<RowSet> reader);

  /**
   * Answers a SELECT or an ASK query.
   *
   * @param query the query
   * @return the whole result
   * @throws SparqlEndpointException if there is no answer
   */
  default ResultTable select(Query query) {
    AtomicReference<ResultTable> table = new AtomicReference<>();
    answer(query, rows -> table.set(ResultTable.copyOf(rows)));
    return Objects.requireNonNull(table.get());
  }

  /** What lets questions be asked of a dataset that it keeps, such as a store. */
  @FunctionalInterface
  interface Reading {
    /**
     * Asks.
     *
     * @param question what to ask of the dataset
     * @param <T> what it answers
     * @return the answer
     */
    <T extends @Nullable Object> T read(Function<? super DatasetGraph, ? extends T> question);
  }

  /**
   * Asks a store of this process, also one that a capture writes to, within {@link
   * #DEFAULT_TIMEOUT}.
   *
   * @param store such as {@code store::read} of a {@code ProvenanceStore}; the union of its named
   *     graphs takes the place of its default graph
   * @return the endpoint, which reads wherever the store does
   */
  static SparqlEndpoint of(Reading store) {
    return (query, reader) ->
        store.<@Nullable Object>read(
            dataset -> {
              local(dataset).answer(query, reader);
              return null;
            });
  }

  /**
   * Asks a dataset in this process, within {@link #DEFAULT_TIMEOUT}.
   *
   * @param dataset the dataset; the union of its named graphs takes the place of its default graph
   * @return the endpoint, which reads on the calling thread, in a read transaction when none is
   *     open
   */
  static SparqlEndpoint local(Dataset dataset) {
    return local(dataset.asDatasetGraph());
  }

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
    return new RemoteEndpoint(address, timeout, null);
  }

  /**
   * Asks a SPARQL endpoint over HTTP that asks back who is there.
   *
   * @param address the address of its query service; https, unless it is on this machine
   * @param timeout how long its answer may take to begin
   * @param token what a user was issued, sent as a bearer token
   * @return the endpoint
   */
  static SparqlEndpoint remote(URI address, Duration timeout, String token) {
    return new RemoteEndpoint(address, timeout, token);
  }
}
