package org.provdl.interchange;

import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Blank nodes as names: most syntaxes of PROV have none, so they are written as IRIs of a namespace
 * of their own, and come back as what they were (RDF 1.1 Concepts, section 3.5).
 */
final class SpecialNames {

  /** The namespace of names that stand for blank nodes. */
  static final String BLANK = "https://w3id.org/provdl/.well-known/genid/";

  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private SpecialNames() {}

  /** {@return the IRI under which a node is written: its own, or that of the blank node} */
  static String iri(Node node) {
    return node.isBlank() ? BLANK + node.getBlankNodeLabel() : node.getURI();
  }

  /** {@return the node that an IRI stands for} */
  static Node node(String iri) {
    return iri.startsWith(BLANK)
        ? NodeFactory.createBlankNode(iri.substring(BLANK.length()))
        : NodeFactory.createURI(iri);
  }

  /** {@return the node with whatever an IRI of RDF cannot hold percent-encoded (RFC 3987)} */
  static Node inRdf(Node node) {
    if (!node.isURI()) {
      return node;
    }
    String encoded = Iris.encoded(node.getURI(), Iris::isForbidden);
    return encoded.equals(node.getURI()) ? node : NodeFactory.createURI(encoded);
  }

  /**
   * {@return a text with whatever is of no IRI percent-encoded, brackets and all sorts of space
   * included}
   */
  static String escaped(String iri) {
    int fragment = iri.indexOf('#') + 1;
    String encoded =
        Iris.encoded(iri.substring(0, fragment), SpecialNames::isUnusual)
            + Iris.encoded(
                iri.substring(fragment), c -> isUnusual(c) || (fragment > 0 && c == '#'));
    return STRAY_PERCENT.matcher(encoded).replaceAll("%25");
  }

  private static boolean isUnusual(int sign) {
    return Iris.isForbidden(sign)
        || sign == '['
        || sign == ']'
        || Character.isSpaceChar(sign)
        || Character.isISOControl(sign);
  }
}
