package org.provdl.server;

import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * The rows of an answer, all or none. Fuseki would end those of a query that is cut off with a
 * remark; the answer is still here then, and can be an error.
 */
record WholeRows(RowSet rows) implements RowSet {

  @Override
  public boolean hasNext() {
    return orError(rows::hasNext);
  }

  @Override
  public Binding next() {
    return orError(rows::next);
  }

  private static <T> T orError(Supplier<T> step) {
    try {
      return step.get();
    } catch (QueryRefusedException refused) {
      throw BoundedQueries.error(refused.problem());
    } catch (QueryCancelledException late) {
      throw BoundedQueries.error(Problem.unavailable("Query timed out"));
    }
  }

  @Override
  public List<Var> getResultVars() {
    return rows.getResultVars();
  }

  @Override
  public long getRowNumber() {
    return rows.getRowNumber();
  }

  @Override
  public void close() {
    rows.close();
  }
}
