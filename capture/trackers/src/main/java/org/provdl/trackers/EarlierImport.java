package org.provdl.trackers;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.provdl.capture.PastRun;
import org.provdl.capture.QuadSink;
import org.provdl.vocabulary.PROV;

/**
 * What an earlier import of a run has left. Nothing of it is ever changed, so a run that went on is
 * imported again only where all that was said still holds: then the graph becomes what it would be
 * if it were imported now for the first time, and says of both imports.
 */
final class EarlierImport {

  private EarlierImport() {}

  /**
   * What is there and would not be.
   *
   * @param now the run as its record says today
   * @param there its graph
   * @param imports the imports that it says it was made by
   */
  static Optional<Triple> notSaidBy(PastRun now, Graph there, Set<String> imports) {
    DatasetGraph told = DatasetGraphFactory.create();
    try (QuadSink sink = QuadSink.memory(told)) {
      now.writeTo(sink);
    }
    Graph said = told.getGraph(NodeFactory.createURI(now.iri()));
    Set<Node> ofImports = ofImports(there, imports);
    return there.stream()
        .filter(
            triple ->
                !ofImports.contains(triple.getSubject())
                    && !ofImports.contains(triple.getObject())
                    && !said.contains(triple))
        .findFirst();
  }

  /** The imports, what they used, and who made them. */
  private static Set<Node> ofImports(Graph there, Set<String> imports) {
    Set<Node> nodes = new HashSet<>();
    for (String iri : imports) {
      Node activity = NodeFactory.createURI(iri);
      nodes.add(activity);
      for (Property property : new Property[] {PROV.used, PROV.wasAssociatedWith}) {
        there
            .find(activity, property.asNode(), Node.ANY)
            .forEachRemaining(triple -> nodes.add(triple.getObject()));
      }
    }
    return nodes;
  }
}
