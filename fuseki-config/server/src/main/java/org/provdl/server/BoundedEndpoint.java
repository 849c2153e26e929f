package org.provdl.server;

import java.util.function.Consumer;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.RowSet;
import org.provdl.queries.SparqlEndpoint;

/**
 * Lets no answer grow beyond all bounds.
 *
 * @param rows of an answer at most
 */
record BoundedEndpoint(SparqlEndpoint endpoint, int rows) implements SparqlEndpoint {

  @Override
  public void answer(Query query, Consumer<RowSet> reader) {
    endpoint.answer(capped(query), answer -> readAll(answer, reader));
  }

  /** One row more tells that there are too many. */
  private Query capped(Query query) {
    if (query.isAskType() || (query.hasLimit() && query.getLimit() <= rows)) {
      return query;
    }
    Query capped = query.cloneQuery();
    capped.setLimit(rows + 1L);
    return capped;
  }

  private void readAll(RowSet answer, Consumer<RowSet> reader) {
    reader.accept(answer);
    if (answer.getRowNumber() > rows) {
      throw Problem.tooLarge(
          "The answer has more than %d rows. Ask for less, or ask the SPARQL endpoint."
              .formatted(rows));
    }
  }
}
