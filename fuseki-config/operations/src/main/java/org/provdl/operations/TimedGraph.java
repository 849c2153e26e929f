package org.provdl.operations;

import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A graph that answers for a bounded time: SHACL has no limit of its own. */
final class TimedGraph extends WrappedGraph {

  private final Duration longest;
  private final long end;

  TimedGraph(Graph base, Duration longest) {
    super(base);
    this.longest = longest;
    this.end = System.nanoTime() + longest.toNanos();
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    return find(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    requireTime();
    return WrappedIterator.create(super.find(subject, predicate, object))
        .mapWith(
            triple -> {
              requireTime();
              return triple;
            });
  }

  private void requireTime() {
    if (System.nanoTime() - end > 0) {
      throw new OperationException(
          "It takes more than %d seconds to hold the graph against the shapes. Choose simpler shapes."
              .formatted(longest.toSeconds()));
    }
  }
}
