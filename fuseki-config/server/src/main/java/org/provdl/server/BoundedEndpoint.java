package org.provdl.server;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.RowSet;
import org.provdl.queries.SparqlEndpoint;

/**
 * Lets a few questions be in work at a time, and no answer grow beyond all bounds.
 *
 * <p>The threads that read a store are few. Some are kept for SPARQL and for trainings that ask
 * about themselves, however many people look at the catalogue.
 *
 * @param endpoint where they are asked
 * @param turns as many as questions may be in work
 * @param patience how long one waits for its turn
 * @param rows of an answer at most
 */
record BoundedEndpoint(SparqlEndpoint endpoint, Semaphore turns, Duration patience, int rows)
    implements SparqlEndpoint {

  /** Half of the threads that read a store. */
  private static final int IN_WORK = 8;

  static BoundedEndpoint of(SparqlEndpoint endpoint, Limits limits) {
    return new BoundedEndpoint(
        endpoint, new Semaphore(IN_WORK, true), limits.turn(), limits.rows());
  }

  @Override
  public void answer(Query query, Consumer<RowSet> reader) {
    await();
    try {
      endpoint.answer(capped(query), answer -> readAll(answer, reader));
    } finally {
      turns.release();
    }
  }

  private void readAll(RowSet answer, Consumer<RowSet> reader) {
    reader.accept(answer);
    if (answer.getRowNumber() > rows) {
      throw Problem.tooLarge(
          "The answer has more than %d rows. Ask for less, or ask the SPARQL endpoint."
              .formatted(rows));
    }
  }

  private void await() {
    try {
      if (turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw Problem.unavailable("Too many questions are asked at once. Come again later.");
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
}
