package org.provdl.interchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;

/**
 * What the prefixes of a document or a bundle stand for. Names are those of PROV-N (section 3.7.1):
 * their local parts may hold escapes.
 */
final class NameScope {

  private final @Nullable NameScope outer;
  private final Map<String, String> namespaces = new LinkedHashMap<>();

  private NameScope(@Nullable NameScope outer) {
    this.outer = outer;
  }

  /** {@return the scope of a document, where {@code prov} and {@code xsd} are known} */
  static NameScope ofDocument() {
    NameScope known = new NameScope(null);
    known.declare("prov", PROV.NS);
    known.declare("xsd", XSD.NS);
    return new NameScope(known);
  }

  /** {@return the scope of a bundle in this one} */
  NameScope ofBundle() {
    return new NameScope(this);
  }

  /**
   * Declares a prefix, empty for the default namespace. That of XML Schema is meant with its {@code
   * #}, as it is in RDF, also where it is said without.
   */
  void declare(String prefix, String iri) {
    namespaces.put(prefix, (iri + "#").equals(XSD.NS) ? XSD.NS : iri);
  }

  /** {@return what is declared here, not outside} */
  Map<String, String> namespaces() {
    return Collections.unmodifiableMap(namespaces);
  }

  /**
   * {@return what a qualified name stands for; an IRI, where somebody wrote one, is taken as one}
   */
  Node resolve(String name, Faults faults) {
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String namespace = namespace(prefix);
    if (namespace == null && prefix.equals("null")) {
      // So ProvToolbox 2 writes names of the default namespace where they are values.
      namespace = namespace("");
    }
    if (namespace != null) {
      return Iris.node(namespace + ProvNGrammar.unescaped(name.substring(colon + 1)));
    }
    if (name.startsWith("//", colon + 1) || prefix.equals("urn")) {
      return Iris.node(name);
    }
    throw faults.of(
        prefix.isEmpty()
            ? "'" + name + "' has no prefix, and no default namespace is declared"
            : "the prefix '" + prefix + "' of '" + name + "' is not declared");
  }

  /** {@return whether a text is a name whose prefix is declared} */
  boolean knows(String name) {
    return namespace(name.substring(0, Math.max(0, name.indexOf(':')))) != null;
  }

  /** {@return what a prefix stands for; null if it is not declared} */
  @Nullable String namespace(String prefix) {
    for (NameScope scope = this; scope != null; scope = scope.outer) {
      String namespace = scope.namespaces.get(prefix);
      if (namespace != null) {
        return namespace;
      }
    }
    return null;
  }
}
