package org.provdl.interchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Documents of many statements. Run by hand, it shows the memory that a million of them need. */
final class ManyStatements {

  private ManyStatements() {}

  /**
   * Writes a document of so many statements, and reads it.
   *
   * @return how many came back
   */
  static int roundTrip(Syntax syntax, int statements, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      to(syntax.writer(out, new Losses()), statements);
    }
    StatementCounter counter = new StatementCounter();
    new Document(DocumentSource.of(file), syntax).read(new Losses(), counter);
    return counter.count();
  }

  private static void to(StatementStream stream, int statements) {
    stream.namespace("run", "http://example.org/run/");
    for (int i = 0; i < statements / 2; i++) {
      Node entity = name("entity-" + i);
      Attribute label = new Attribute(Attribute.LABEL, NodeFactory.createLiteralString("no. " + i));
      stream.statement(new Statement(StatementKind.ENTITY, entity, List.of(), List.of(label)));
      stream.statement(
          new Statement(
              StatementKind.GENERATION,
              null,
              Arrays.asList(
                  entity, name("activity-" + i / 100), Values.time("2024-02-29T12:00:00Z")),
              List.of()));
    }
    stream.finish();
  }

  private static Node name(String local) {
    return NodeFactory.createURI("http://example.org/run/" + local);
  }

  /** Takes a syntax, a number, and a file to be written. */
  public static void main(String[] arguments) throws IOException {
    Syntax syntax = Syntax.labelled(arguments[0]).orElseThrow();
    int statements = Integer.parseInt(arguments[1]);
    long start = System.nanoTime();
    int read = roundTrip(syntax, statements, Path.of(arguments[2]));
    System.out.printf("%d statements, %d s%n", read, (System.nanoTime() - start) / 1_000_000_000);
  }
}
