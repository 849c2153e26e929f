package org.provdl.store;

import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Whole graphs that go.
 *
 * @param size how many quads they have
 */
record Removal(List<Node> graphs, int size) implements Change {

  static Removal of(Collection<Node> graphs, DatasetGraph dataset) {
    long size = 0;
    for (Node graph : graphs) {
      size += dataset.getGraph(graph).size();
    }
    return new Removal(List.copyOf(graphs), Math.toIntExact(size));
  }

  @Override
  public int growth() {
    return -size;
  }

  @Override
  public void applyTo(DatasetGraph dataset) {
    graphs.forEach(graph -> dataset.deleteAny(graph, Node.ANY, Node.ANY, Node.ANY));
  }
}
