package org.provdl.interchange;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import org.apache.jena.graph.Node;
import org.apache.jena.util.XMLChar;
import org.apache.jena.vocabulary.XSD;

/**
 * The prefixes of a document in PROV-XML that is written: a number of them declared by the root,
 * for parsers bound how many attributes an element may have, and all others by the statements that
 * need them.
 */
final class ProvXmlPrefixes {

  private static final int MOST_OF_ROOT = 100;

  private final Namespaces namespaces = new Namespaces(ProvXmlNames::isPlain);
  private final Map<String, String> ofStatement = new LinkedHashMap<>();

  /** Takes a prefix of the document; a default namespace is not used. */
  void declare(String prefix, String iri) {
    if (XMLChar.isValidNCName(prefix) && !prefix.startsWith("xsi") && hasRoom()) {
      namespaces.declare(prefix, iri);
    }
  }

  /** {@return the qualified name of a node} */
  String name(Node node) {
    return name(SpecialNames.iri(node));
  }

  /** {@return the qualified name of an IRI} */
  String name(String iri) {
    Namespaces.Name name = namespaces.known(iri);
    if (name == null && hasRoom()) {
      name = namespaces.name(iri);
    }
    if (name == null) {
      int cut = namespaces.cut(iri);
      String prefix =
          ofStatement.computeIfAbsent(
              iri.substring(0, cut), unknown -> "st" + (ofStatement.size() + 1));
      name = new Namespaces.Name(prefix, iri.substring(cut));
    }
    return name.prefix() + ":" + (name.local().isEmpty() ? ProvXmlNames.EMPTY : name.local());
  }

  private boolean hasRoom() {
    return namespaces.declarations().size() < MOST_OF_ROOT;
  }

  /** {@return the declarations of the statement that is written, and forgets them} */
  String takeDeclarations() {
    StringBuilder declarations = new StringBuilder();
    ofStatement.forEach((iri, prefix) -> add(prefix, iri, declarations));
    ofStatement.clear();
    return declarations.toString();
  }

  /** {@return the declarations of the root} */
  String rootDeclarations() {
    StringBuilder declarations = new StringBuilder();
    namespaces
        .declarations()
        .forEach(
            (prefix, iri) ->
                // The types of XML Schema are in a namespace without the mark that RDF puts there.
                add(
                    prefix,
                    iri.equals(XSD.NS) ? XMLConstants.W3C_XML_SCHEMA_NS_URI : iri,
                    declarations));
    add("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, declarations);
    return declarations.toString();
  }

  private static void add(String prefix, String iri, StringBuilder declarations) {
    declarations
        .append(" xmlns:")
        .append(prefix)
        .append("=\"")
        .append(XmlText.attribute(iri))
        .append('"');
  }
}
