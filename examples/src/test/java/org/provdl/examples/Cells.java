package org.provdl.examples;

import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;

/** Cells of a result that must be there. */
final class Cells {

  private Cells() {}

  static Node term(Map<String, Node> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  static String iri(Map<String, Node> row, String column) {
    return term(row, column).getURI();
  }

  static String text(Map<String, Node> row, String column) {
    return term(row, column).getLiteralLexicalForm();
  }
}
