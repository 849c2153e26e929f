package org.provdl.interchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Names as they are read: what no IRI may hold (RFC 3987) is percent-encoded, so that every name
 * can be written in every syntax.
 */
final class Iris {

  private Iris() {}

  /** {@return the node that a name stands for} */
  static Node node(String name) {
    return SpecialNames.node(encoded(name));
  }

  /** {@return a node of RDF as {@link #node} gives it, of a literal its type too} */
  static Node encoded(Node node) {
    if (node.isLiteral()) {
      String type = node.getLiteralDatatypeURI();
      String encoded = encoded(type);
      return encoded.equals(type) ? node : Values.typed(node.getLiteralLexicalForm(), encoded);
    }
    if (!node.isURI()) {
      return node;
    }
    String encoded = encoded(node.getURI());
    return encoded.equals(node.getURI()) ? node : NodeFactory.createURI(encoded);
  }

  private static String encoded(String name) {
    return encoded(name, c -> isForbidden(c) || (c >= 0x7F && c < 0xA0));
  }

  /** {@return whether an IRI cannot hold it in any syntax of RDF (N-Triples, IRIREF)} */
  static boolean isForbidden(int character) {
    return character <= ' ' || "<>\"{}|^`\\".indexOf(character) >= 0;
  }

  /** {@return a text with some of its characters percent-encoded; itself where it has none} */
  static String encoded(String text, IntPredicate isEncoded) {
    if (text.codePoints().noneMatch(isEncoded)) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            character -> {
              if (isEncoded.test(character)) {
                for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                  encoded.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
                }
              } else {
                encoded.appendCodePoint(character);
              }
            });
    return encoded.toString();
  }
}
