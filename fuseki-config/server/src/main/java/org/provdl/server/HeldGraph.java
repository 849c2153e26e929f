package org.provdl.server;

import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.sparql.graph.GraphFactory;

/** What a query describes, kept until the answer is written. */
final class HeldGraph extends WrappedGraph {

  private final QueryGuard guard;

  HeldGraph(QueryGuard guard) {
    super(GraphFactory.createDefaultGraph());
    this.guard = guard;
  }

  @Override
  public void add(Triple triple) {
    guard.requireTime();
    if (!contains(triple)) {
      guard.hold(Held.bytes(triple));
      super.add(triple);
    }
  }

  @Override
  public void performAdd(Triple triple) {
    add(triple);
  }

  @Override
  public void close() {
    super.close();
    guard.close();
  }
}
