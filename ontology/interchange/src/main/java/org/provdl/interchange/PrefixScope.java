package org.provdl.interchange;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;

/**
 * What prefixes stand for in a document that is read, or in a bundle, which knows those of its
 * document too.
 */
final class PrefixScope {

  /** The namespace of XML Schema as old documents write it. */
  private static final String XSD_WITHOUT_HASH = "http://www.w3.org/2001/XMLSchema";

  private final @Nullable PrefixScope parent;
  private final Map<String, String> namespaces = new HashMap<>();

  private PrefixScope(@Nullable PrefixScope parent) {
    this.parent = parent;
  }

  /** {@return a new one, in which {@code prov} and {@code xsd} stand for what they must} */
  static PrefixScope ofDocument() {
    PrefixScope scope = new PrefixScope(null);
    scope.declare("prov", PROV.NS);
    scope.declare("xsd", XSD.NS);
    return scope;
  }

  /** {@return a new one within this} */
  PrefixScope ofBundle() {
    return new PrefixScope(this);
  }

  /**
   * Declares a prefix.
   *
   * @param prefix empty for the default namespace
   * @return whether it does not stand for something else in the same scope
   */
  boolean declare(String prefix, String iri) {
    String namespace = namespace(iri);
    String before = namespaces.putIfAbsent(prefix, namespace);
    return before == null || before.equals(namespace);
  }

  /** {@return an IRI as the namespace that it means} */
  static String namespace(String iri) {
    return iri.equals(XSD_WITHOUT_HASH) ? XSD.NS : iri;
  }

  /** {@return what a prefix stands for; null if it is not declared} */
  @Nullable String of(String prefix) {
    String iri = namespaces.get(prefix);
    return iri == null && parent != null ? parent.of(prefix) : iri;
  }

  /** {@return how many prefixes are declared here} */
  int size() {
    return namespaces.size();
  }
}
