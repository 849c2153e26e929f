package org.provdl.server;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A graph along which a property path is followed. ARQ collects what it finds, and looks at no
 * clock meanwhile.
 */
final class BoundedGraph extends WrappedGraph {

  /** Of a term that another collection has too. */
  private static final int BYTES = 16;

  private final QueryGuard guard;

  BoundedGraph(Graph graph, QueryGuard guard) {
    super(graph);
    this.guard = guard;
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    return find(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    guard.requireTime();
    return WrappedIterator.create(super.find(subject, predicate, object))
        .mapWith(
            triple -> {
              guard.hold(BYTES);
              return triple;
            });
  }
}
