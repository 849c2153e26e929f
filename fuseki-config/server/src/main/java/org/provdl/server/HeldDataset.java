package org.provdl.server;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;

/** What a query constructs, kept until the answer is written. */
final class HeldDataset extends DatasetGraphWrapper {

  private final QueryGuard guard;

  HeldDataset(QueryGuard guard) {
    super(DatasetGraphFactory.create());
    this.guard = guard;
  }

  @Override
  public void add(Quad quad) {
    add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  @Override
  public void add(Node graph, Node subject, Node predicate, Node object) {
    guard.requireTime();
    if (!contains(graph, subject, predicate, object)) {
      guard.hold(Held.bytes(Triple.create(subject, predicate, object)));
      super.add(graph, subject, predicate, object);
    }
  }

  @Override
  public void close() {
    super.close();
    guard.close();
  }
}
