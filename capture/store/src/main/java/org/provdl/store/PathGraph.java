package org.provdl.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.jspecify.annotations.Nullable;

/**
 * A graph along which a property path is followed. ARQ asks for each property of a path by itself,
 * thing after thing, and most things have few of them, or none. Where a path has many properties,
 * all that is said of a thing is read at once instead, which takes half of the time; but not of
 * what thousands of runs speak of.
 *
 * <p>Belongs to one path of one query: not thread-safe.
 */
public final class PathGraph extends WrappedGraph {

  /** From how many properties on it is quicker. */
  private static final int MANY = 4;

  /** How many quads are read at most; few things of a run have more. */
  private static final int MOST = 64;

  private final DatasetGraph dataset;
  private final Node name;
  private @Nullable Node subject;
  private @Nullable List<Triple> statements;
  private int asked;

  private PathGraph(GraphView graph) {
    super(graph);
    this.dataset = graph.getDataset();
    this.name = Quad.isUnionGraph(graph.getGraphName()) ? Node.ANY : graph.getGraphName();
  }

  /**
   * The graph that a query is in, to follow a path along.
   *
   * @param execution of the query, which looks at a graph of a dataset
   * @return the same statements; the graph itself where it is no named graph and no union of them
   */
  public static Graph of(ExecutionContext execution) {
    Graph active = execution.getActiveGraph();
    return active instanceof GraphView view
            && view.getGraphName() != null
            && !Quad.isDefaultGraph(view.getGraphName())
        ? new PathGraph(view)
        : active;
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    return find(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
  }

  @Override
  public ExtendedIterator<Triple> find(Node from, Node property, Node to) {
    if (!isOne(from) || !isOne(property) || isOne(to)) {
      return super.find(from, property, to);
    }
    if (!from.equals(subject)) {
      begin(from);
    }
    asked++;
    return statements == null ? super.find(from, property, to) : among(statements, property);
  }

  /** As much is asked of each thing as of the one before. */
  private void begin(Node thing) {
    statements = asked >= MANY ? read(thing) : null;
    subject = thing;
    asked = 0;
  }

  private @Nullable List<Triple> read(Node thing) {
    Set<Triple> read = new LinkedHashSet<>();
    Iterator<Quad> quads = dataset.findNG(name, thing, Node.ANY, Node.ANY);
    try {
      for (int count = 0; quads.hasNext(); count++) {
        if (count == MOST) {
          return null;
        }
        read.add(quads.next().asTriple());
      }
    } finally {
      Iter.close(quads);
    }
    return List.copyOf(read);
  }

  private static ExtendedIterator<Triple> among(List<Triple> statements, Node property) {
    List<Triple> found = new ArrayList<>();
    for (Triple statement : statements) {
      if (statement.getPredicate().equals(property)) {
        found.add(statement);
      }
    }
    return found.isEmpty() ? NullIterator.instance() : WrappedIterator.create(found.iterator());
  }

  private static boolean isOne(@Nullable Node node) {
    return node != null && node.isConcrete();
  }
}
