package org.provdl.interchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Reads the statements out of a dataset in PROV-O: the default graph is the document, each named
 * graph a bundle.
 */
final class RdfToStatements {

  private static final Comparator<Statement> ORDER =
      Comparator.comparing(Statement::kind)
          .thenComparing(statement -> String.valueOf(statement.id()))
          .thenComparing(statement -> statement.arguments().toString());

  private RdfToStatements() {}

  /**
   * Says all that a dataset holds.
   *
   * @param folded whether a relation that is there by its property and in its qualified form is
   *     said once, in the latter
   * @param losses is told of each triple that is no statement of PROV
   */
  static void read(DatasetGraph dataset, boolean folded, Losses losses, StatementStream to) {
    for (Map.Entry<String, String> prefix : dataset.prefixes().getMapping().entrySet()) {
      to.namespace(prefix.getKey(), prefix.getValue());
    }
    graph(dataset.getDefaultGraph(), folded, losses, to);
    List<Node> names = new ArrayList<>();
    dataset.listGraphNodes().forEachRemaining(names::add);
    names.sort(Comparator.comparing(Node::toString));
    for (Node name : names) {
      to.beginBundle(name);
      graph(dataset.getGraph(name), folded, losses, to);
      to.endBundle();
    }
    to.finish();
  }

  /** Says all that one graph holds. */
  static void graph(Graph graph, boolean folded, Losses losses, StatementStream to) {
    List<Statement> statements = new ArrayList<>();
    Iterator<Node> subjects =
        graph.stream().map(triple -> triple.getSubject()).distinct().iterator();
    GraphStatements reader = new GraphStatements(graph, folded, losses, statements::add);
    subjects.forEachRemaining(reader::subject);
    statements.sort(ORDER);
    statements.forEach(to::statement);
  }
}
