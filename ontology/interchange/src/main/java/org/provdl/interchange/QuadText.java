package org.provdl.interchange;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** Quads as texts, for a spool: each node is a letter and parts with their lengths before them. */
final class QuadText {

  private final String text;
  private int place;

  private QuadText(String text) {
    this.text = text;
  }

  static String of(Quad quad) {
    StringBuilder text = new StringBuilder();
    write(quad.getGraph(), text);
    write(quad.asTriple(), text);
    return text.toString();
  }

  /** Reads what {@link #of} has written. */
  static Quad read(String text) {
    QuadText reading = new QuadText(text);
    return Quad.create(reading.node(), reading.triple());
  }

  private static void write(Triple triple, StringBuilder text) {
    write(triple.getSubject(), text);
    write(triple.getPredicate(), text);
    write(triple.getObject(), text);
  }

  private static void write(Node node, StringBuilder text) {
    if (node.isURI()) {
      write(node.getURI(), text.append('I'));
    } else if (node.isBlank()) {
      write(node.getBlankNodeLabel(), text.append('B'));
    } else if (node.isTripleTerm()) {
      write(node.getTriple(), text.append('T'));
    } else {
      TextDirection direction = node.getLiteralBaseDirection();
      write(node.getLiteralLexicalForm(), text.append('L'));
      write(node.getLiteralLanguage(), text);
      write(direction == null ? "" : direction.direction(), text);
      write(node.getLiteralDatatypeURI(), text);
    }
  }

  private static void write(String part, StringBuilder text) {
    text.append(part.length()).append(' ').append(part);
  }

  private Triple triple() {
    return Triple.create(node(), node(), node());
  }

  private Node node() {
    return switch (text.charAt(place++)) {
      case 'I' -> NodeFactory.createURI(part());
      case 'B' -> NodeFactory.createBlankNode(part());
      case 'T' -> NodeFactory.createTripleTerm(triple());
      default -> literal(part(), part(), part(), part());
    };
  }

  private static Node literal(String lexical, String language, String direction, String type) {
    if (!direction.isEmpty()) {
      return NodeFactory.createLiteralDirLang(lexical, language, direction);
    }
    return language.isEmpty()
        ? Values.typed(lexical, type)
        : NodeFactory.createLiteralLang(lexical, language);
  }

  private String part() {
    int space = text.indexOf(' ', place);
    int end = space + 1 + Integer.parseInt(text, place, space, 10);
    place = end;
    return text.substring(space + 1, end);
  }
}
