package org.provdl.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.jspecify.annotations.Nullable;

/**
 * A graph along which a property path is followed. ARQ asks for each property of a path by itself,
 * thing after thing, and most things have few of them, or none. Where a path has many properties,
 * all that is said of a thing is read at once instead, by ids, and terms are read of what is asked
 * for; but not where thousands of runs speak of a thing. This takes less than half of the time.
 *
 * <p>Belongs to one path of one query: not thread-safe.
 */
public final class PathGraph extends WrappedGraph {

  /** From how many properties on it is quicker. */
  private static final int MANY = 4;

  /** How many quads are read at most; few things of a run have more. */
  private static final int MOST = 64;

  private final NodeTupleTable quads;
  private final NodeTable terms;
  private final NodeId name;
  private final Map<Node, NodeId> properties = new HashMap<>();
  private @Nullable Node subject;
  private @Nullable Map<NodeId, Set<NodeId>> statements;
  private int asked;

  /**
   * @param graph the graph itself
   * @param quads that it is among
   * @param name its name among them
   */
  PathGraph(Graph graph, NodeTupleTable quads, Node name) {
    super(graph);
    this.quads = quads;
    this.terms = quads.getNodeTable();
    this.name = Quad.isUnionGraph(name) ? NodeId.NodeIdAny : terms.getNodeIdForNode(name);
  }

  /**
   * The graph that a query is in, to follow a path along.
   *
   * @param execution of the query, which looks at a graph of a dataset
   * @return the same statements; the graph itself where it is no named graph and no union of them
   *     in TDB2
   */
  public static Graph of(ExecutionContext execution) {
    Graph active = execution.getActiveGraph();
    return active instanceof GraphTDB stored
            && stored.getGraphName() != null
            && !Quad.isDefaultGraph(stored.getGraphName())
        ? new PathGraph(stored, stored.getNodeTupleTable(), stored.getGraphName())
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
    return statements == null ? super.find(from, property, to) : among(statements, from, property);
  }

  /** As much is asked of each thing as of the one before. */
  private void begin(Node thing) {
    statements = asked >= MANY ? read(thing) : null;
    subject = thing;
    asked = 0;
  }

  /** What is said of a thing; terms are looked up where they are asked for. */
  private @Nullable Map<NodeId, Set<NodeId>> read(Node thing) {
    Map<NodeId, Set<NodeId>> read = new HashMap<>();
    Iterator<Tuple<NodeId>> found =
        quads.find(name, terms.getNodeIdForNode(thing), NodeId.NodeIdAny, NodeId.NodeIdAny);
    try {
      for (int count = 0; found.hasNext(); count++) {
        if (count == MOST) {
          return null;
        }
        Tuple<NodeId> quad = found.next();
        read.computeIfAbsent(quad.get(2), property -> new LinkedHashSet<>(2)).add(quad.get(3));
      }
    } finally {
      Iter.close(found);
    }
    return read;
  }

  private ExtendedIterator<Triple> among(
      Map<NodeId, Set<NodeId>> statements, Node from, Node property) {
    Set<NodeId> values =
        statements.get(properties.computeIfAbsent(property, terms::getNodeIdForNode));
    if (values == null) {
      return NullIterator.instance();
    }
    List<Triple> found = new ArrayList<>();
    for (NodeId value : values) {
      found.add(Triple.create(from, property, terms.getNodeForNodeId(value)));
    }
    return WrappedIterator.create(found.iterator());
  }

  private static boolean isOne(@Nullable Node node) {
    return node != null && node.isConcrete();
  }
}
