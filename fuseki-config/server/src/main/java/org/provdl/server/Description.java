package org.provdl.server;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;

/**
 * What a store says of one thing: of a run or study its graph, of anything else the statements
 * about it and those that refer to it, whichever graphs they are in. Valid only as long as the
 * store is read.
 *
 * @param graphs in the graphs that say so
 * @param triples whoever says so
 */
record Description(DatasetGraph graphs, Graph triples) {

  /** Of the statements about a thing, and again of those that refer to it. */
  static final int MOST = 1_000;

  /** Of the graphs that make the same statement. */
  private static final int MOST_GRAPHS = 100;

  /** Whether a store says anything; what Jena calls the whole of it is no thing. */
  static boolean isKnown(DatasetGraph store, Node thing) {
    return !Quad.isDefaultGraph(thing)
        && !Quad.isUnionGraph(thing)
        && (store.containsGraph(thing)
            || store.findNG(Node.ANY, thing, Node.ANY, Node.ANY).hasNext()
            || store.findNG(Node.ANY, Node.ANY, Node.ANY, thing).hasNext());
  }

  /**
   * Describes a thing.
   *
   * @param document the address of the description, of which it says if it is cut
   */
  static Description of(DatasetGraph store, Node thing, String document) {
    if (store.containsGraph(thing)) {
      DatasetGraph alone = DatasetGraphFactory.createGeneral();
      alone.addGraph(thing, store.getGraph(thing));
      return new Description(alone, store.getGraph(thing));
    }
    DatasetGraph found = DatasetGraphFactory.create();
    boolean cut = add(store, Triple.create(thing, Node.ANY, Node.ANY), found);
    cut |= add(store, Triple.create(Node.ANY, Node.ANY, thing), found);
    if (cut) {
      found
          .getDefaultGraph()
          .add(
              NodeFactory.createURI(document),
              RDFS.comment.asNode(),
              NodeFactory.createLiteralString(
                  "This is only the beginning, for there is more than %,d statements or %,d graphs that make one of them. The SPARQL endpoint has all."
                      .formatted(MOST, MOST_GRAPHS)));
    }
    Graph triples = DatasetGraphFactory.create().getDefaultGraph();
    Iter.asStream(found.find()).map(Quad::asTriple).forEach(triples::add);
    return new Description(found, triples);
  }

  private static boolean add(DatasetGraph store, Triple pattern, DatasetGraph found) {
    boolean cut = false;
    Iterator<Triple> statements = store.getUnionGraph().find(pattern);
    for (int i = 0; i < MOST && statements.hasNext(); i++) {
      Triple said = statements.next();
      Iterator<Quad> graphs =
          store.findNG(Node.ANY, said.getSubject(), said.getPredicate(), said.getObject());
      for (int j = 0; j < MOST_GRAPHS && graphs.hasNext(); j++) {
        found.add(graphs.next());
      }
      cut |= graphs.hasNext();
    }
    return cut || statements.hasNext();
  }
}
