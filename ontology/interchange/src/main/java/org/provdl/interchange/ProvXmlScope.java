package org.provdl.interchange;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.provdl.vocabulary.PROV;

/** What names stand for where the reader of a document in PROV-XML is. */
final class ProvXmlScope {

  private final XmlEvents events;
  private final ProvXmlOutline outline;

  /** The names of the document that the outline is of. */
  ProvXmlScope(XmlEvents events, ProvXmlOutline outline) {
    this.events = events;
    this.outline = outline;
  }

  /** {@return what a qualified name stands for that names something or refers to it} */
  Node name(String name) {
    return resolve(name, outline.escapedNames());
  }

  /** {@return what a qualified name stands for that is a value or a type} */
  Node value(String name) {
    return resolve(name, outline.escapedValues());
  }

  private Node resolve(String name, boolean escaped) {
    String trimmed = name.strip();
    int colon = trimmed.indexOf(':');
    String prefix = colon < 0 ? XMLConstants.DEFAULT_NS_PREFIX : trimmed.substring(0, colon);
    String namespace = events.now().getNamespaceURI(prefix);
    if (namespace == null || namespace.isEmpty()) {
      throw events.fault(
          colon < 0
              ? "'" + trimmed + "' has no prefix, and no default namespace is declared"
              : "the prefix '" + prefix + "' of '" + trimmed + "' is not declared");
    }
    return node(namespace, trimmed.substring(colon + 1), escaped);
  }

  /** {@return what the name of the element stands for at which the reader is} */
  Node ofElement() {
    XMLStreamReader reader = events.now();
    String namespace = reader.getNamespaceURI();
    if (namespace == null || namespace.isEmpty()) {
      throw events.fault("<" + reader.getLocalName() + "> has no namespace");
    }
    return node(namespace, reader.getLocalName(), outline.escapedElements());
  }

  /** {@return a value with its prefix, without escapes} */
  String unescaped(String name) {
    int local = name.indexOf(':') + 1;
    return name.substring(0, local) + local(name.substring(local), outline.escapedValues());
  }

  /**
   * {@return what a namespace is in RDF: in XML, that of XML Schema has no {@code #} at its end}
   */
  static String namespace(String iri) {
    return (iri + "#").equals(XSD.NS) ? XSD.NS : iri;
  }

  private static Node node(String namespace, String local, boolean escaped) {
    boolean ofProv = namespace.equals(PROV.NS) && !local.equals(ProvXmlNames.EMPTY);
    return Iris.node(namespace(namespace) + (ofProv ? local : local(local, escaped)));
  }

  private static String local(String local, boolean escaped) {
    if (local.equals(ProvXmlNames.EMPTY)) {
      return "";
    }
    return escaped ? ProvXmlNames.unescaped(local) : ProvNGrammar.unescaped(local);
  }
}
