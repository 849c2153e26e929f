package org.provdl.server;

import java.util.function.Function;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.SparqlEndpoint;

/** Reads a dataset of a stock Fuseki, in a transaction on the calling thread. */
record DatasetReading(DatasetGraph dataset) implements SparqlEndpoint.Reading {

  @Override
  public <T extends @Nullable Object> T read(Function<? super DatasetGraph, ? extends T> question) {
    dataset.begin(TxnType.READ);
    try {
      return question.apply(dataset);
    } finally {
      dataset.end();
    }
  }
}
