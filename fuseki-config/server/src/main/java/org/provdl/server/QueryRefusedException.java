package org.provdl.server;

import java.io.Serial;
import org.apache.jena.query.QueryCancelledException;

/**
 * A query is given up for what it needs. To ARQ it is a query that was cut off, which is the one
 * thing that none of its filters takes for a row that does not match.
 */
final class QueryRefusedException extends QueryCancelledException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Gives up, for a reason. */
  QueryRefusedException(Problem problem) {
    this.problem = problem;
  }

  /** What the client is told. */
  Problem problem() {
    return problem;
  }

  @Override
  public String getMessage() {
    return problem.detail();
  }
}
