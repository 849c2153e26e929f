package org.provdl.plot;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * What stands on an axis: a number, or a text.
 *
 * @param text how it is written
 * @param number NaN where it is a text
 */
record Value(String text, double number) {

  /** Beyond that, a number would leave all others in one place, and a difference overflow. */
  private static final double LARGEST = 1e100;

  private static final int LONGEST = 24;

  static Value of(Node term) {
    double number = number(term);
    if (!Double.isNaN(number)) {
      return new Value(Texts.number(number), number);
    }
    String text = term.isLiteral() ? term.getLiteralLexicalForm() : term.toString();
    return new Value(Texts.shortened(text, LONGEST), Double.NaN);
  }

  /** The number that a term is; NaN where it is none, or not finite, or out of all bounds. */
  static double number(Node term) {
    if (!term.isLiteral()) {
      return Double.NaN;
    }
    NodeValue value = NodeValue.makeNode(term);
    double number = value.isNumber() ? value.getDouble() : Double.NaN;
    return Math.abs(number) <= LARGEST ? number : Double.NaN;
  }

  boolean isNumber() {
    return !Double.isNaN(number);
  }
}
