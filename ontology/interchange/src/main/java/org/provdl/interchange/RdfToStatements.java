package org.provdl.interchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Reads the statements out of a graph in PROV-O that is there already. */
final class RdfToStatements {

  /** In which statements are said: by what they state. */
  static final Comparator<Statement> ORDER =
      Comparator.comparing(Statement::kind)
          .thenComparing(statement -> String.valueOf(statement.id()))
          .thenComparing(statement -> statement.arguments().toString());

  private RdfToStatements() {}

  /** Says all that one graph holds. */
  static void graph(Graph graph, boolean folded, Losses losses, StatementStream to) {
    List<Statement> statements = new ArrayList<>();
    Iterator<Node> subjects =
        graph.stream()
            .flatMap(
                triple ->
                    GraphStatements.isLink(triple)
                        ? Stream.of(triple.getSubject(), triple.getObject())
                        : Stream.of(triple.getSubject()))
            .distinct()
            .iterator();
    GraphStatements reader = new GraphStatements(graph, folded, losses, statements::add);
    subjects.forEachRemaining(reader::subject);
    statements.sort(ORDER);
    statements.forEach(to::statement);
  }
}
