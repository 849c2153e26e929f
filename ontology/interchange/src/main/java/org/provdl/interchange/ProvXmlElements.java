package org.provdl.interchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;

/** The elements of PROV-XML that are statements, by their local names. */
final class ProvXmlElements {

  private static final Map<String, Element> ELEMENTS = new HashMap<>();

  static {
    for (StatementKind kind : StatementKind.values()) {
      ELEMENTS.put(kind.label(), new Element(kind, null));
    }
    typed(StatementKind.AGENT, "person", "organization", "softwareAgent");
    typed(
        StatementKind.ENTITY,
        "plan",
        "bundle",
        "collection",
        "emptyCollection",
        "dictionary",
        "emptyDictionary");
    ELEMENTS.put("wasRevisionOf", derivation(DerivationType.REVISION));
    ELEMENTS.put("wasQuotedFrom", derivation(DerivationType.QUOTATION));
    ELEMENTS.put("hadPrimarySource", derivation(DerivationType.PRIMARY_SOURCE));
  }

  private ProvXmlElements() {}

  /**
   * An element.
   *
   * @param kind what it states
   * @param type the type that it gives besides; null where it gives none
   */
  record Element(StatementKind kind, @Nullable Node type) {}

  static Optional<Element> named(String local) {
    return Optional.ofNullable(ELEMENTS.get(local));
  }

  private static void typed(StatementKind kind, String... locals) {
    for (String local : locals) {
      String type = Character.toUpperCase(local.charAt(0)) + local.substring(1);
      ELEMENTS.put(local, new Element(kind, NodeFactory.createURI(PROV.NS + type)));
    }
  }

  private static Element derivation(DerivationType type) {
    return new Element(StatementKind.DERIVATION, type.type());
  }
}
