package org.provdl.server;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** Rows with calculated values, of which large ones count as kept: the next may be made of them. */
final class LargeValues extends QueryIteratorWrapper {

  private final List<Var> calculated;
  private final QueryGuard guard;

  LargeValues(QueryIterator rows, List<Var> calculated, QueryGuard guard) {
    super(rows);
    this.calculated = calculated;
    this.guard = guard;
  }

  @Override
  protected Binding moveToNextBinding() {
    Binding row = super.moveToNextBinding();
    for (Var variable : calculated) {
      Node value = row.get(variable);
      if (value != null && value.isLiteral()) {
        long bytes = Held.bytes(value);
        if (bytes > BoundedConcat.LARGE) {
          guard.hold(bytes);
        }
      }
    }
    return row;
  }
}
