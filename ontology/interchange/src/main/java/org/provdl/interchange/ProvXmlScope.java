package org.provdl.interchange;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.provdl.vocabulary.PROV;

/** What names stand for where the reader of a document in PROV-XML is. */
final class ProvXmlScope {

  private final XmlEvents events;
  private final boolean escaped;

  /**
   * The names of a document.
   *
   * @param escaped whether they have the escapes of ProvToolbox
   */
  ProvXmlScope(XmlEvents events, boolean escaped) {
    this.events = events;
    this.escaped = escaped;
  }

  /** {@return what a qualified name in a text or an attribute stands for} */
  Node resolve(String name) {
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
    return node(namespace, trimmed.substring(colon + 1));
  }

  /** {@return what the name of the element stands for at which the reader is} */
  Node ofElement() {
    XMLStreamReader reader = events.now();
    String namespace = reader.getNamespaceURI();
    if (namespace == null || namespace.isEmpty()) {
      throw events.fault("<" + reader.getLocalName() + "> has no namespace");
    }
    return node(namespace, reader.getLocalName());
  }

  /** {@return a name with its prefix, without escapes} */
  String unescaped(String name) {
    int local = name.indexOf(':') + 1;
    return name.substring(0, local) + local(name.substring(local));
  }

  /**
   * {@return what a namespace is in RDF: in XML, that of XML Schema has no {@code #} at its end}
   */
  static String namespace(String iri) {
    return (iri + "#").equals(XSD.NS) ? XSD.NS : iri;
  }

  private Node node(String namespace, String local) {
    boolean ofProv = namespace.equals(PROV.NS) && !local.equals(ProvXmlNames.EMPTY);
    return Iris.node(namespace(namespace) + (ofProv ? local : local(local)));
  }

  private String local(String local) {
    if (local.equals(ProvXmlNames.EMPTY)) {
      return "";
    }
    return escaped ? ProvXmlNames.unescaped(local) : local;
  }
}
