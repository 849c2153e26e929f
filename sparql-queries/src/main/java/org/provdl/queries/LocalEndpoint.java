package org.provdl.queries;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.system.Txn;

/** Asks a dataset in this process. */
record LocalEndpoint(DatasetGraph dataset, Duration timeout) implements SparqlEndpoint {

  @Override
  public void answer(Query query, Consumer<RowSet> reader) {
    Query onUnion = overUnionOfRuns(query);
    try {
      Txn.executeRead(dataset, () -> execute(onUnion, reader));
    } catch (QueryCancelledException e) {
      throw new SparqlEndpointException(
          "The query took longer than %d ms; ask for less or allow more time"
              .formatted(timeout.toMillis()),
          e);
    } catch (StackOverflowError e) {
      // ARQ follows a property path by recursion, one call or more for each step.
      throw new SparqlEndpointException(
          "The lineage is too deep for the stack of this thread; start Java with -Xss64m or more",
          e);
    }
  }

  private void execute(Query query, Consumer<RowSet> reader) {
    try (QueryExec execution =
        QueryExec.dataset(dataset)
            .query(query)
            .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .build()) {
      reader.accept(
          query.isAskType() ? ResultTable.of(execution.ask()).rowSet() : execution.select());
    }
  }

  /**
   * Makes the union of all named graphs the graph that the query begins in. A view of the dataset
   * would do the same, but hide a TDB2 dataset from its own query engine.
   */
  private static Query overUnionOfRuns(Query query) {
    Query copy = query.cloneQuery();
    ElementGroup group = new ElementGroup();
    group.addElement(new ElementNamedGraph(Quad.unionGraph, query.getQueryPattern()));
    copy.setQueryPattern(group);
    return copy;
  }
}
