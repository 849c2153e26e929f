package org.provdl.server;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.util.Context;

/** The rows of a whole query, with which it ends. */
final class GuardedRows extends QueryIteratorWrapper {

  private final QueryGuard guard;
  private final boolean kept;

  GuardedRows(QueryIterator rows, QueryGuard guard, Context context) {
    super(rows);
    this.guard = guard;
    // What is to be described is collected first.
    this.kept =
        context.get(ARQConstants.sysCurrentQuery) instanceof Query query && query.isDescribeType();
  }

  @Override
  protected Binding moveToNextBinding() {
    Binding row = super.moveToNextBinding();
    if (kept) {
      guard.hold(Held.bytes(row));
    } else {
      guard.requireTime();
    }
    return row;
  }

  @Override
  protected void closeIterator() {
    try {
      super.closeIterator();
    } finally {
      guard.close();
    }
  }
}
