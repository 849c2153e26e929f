package org.provdl.server;

import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetMem;
import org.apache.jena.sparql.exec.RowSetRewindable;
import org.apache.jena.sparql.exec.RowSetStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer, all or none. Fuseki would end those of a query that is cut off with a
 * remark; the answer is still here then, and can be an error.
 */
record WholeRows(RowSet rows, @Nullable QueryGuard guard) implements RowSet {

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

  /** For a table of text, which needs all rows to know how wide its columns are. */
  @Override
  public RowSetRewindable rewindable() {
    return RowSetMem.create(RowSetStream.create(getResultVars(), Iter.map(this, this::held)));
  }

  private Binding held(Binding row) {
    return orError(
        () -> {
          if (guard != null) {
            guard.hold(Held.bytes(row));
          }
          return row;
        });
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
