package org.provdl.interchange;

import java.io.IOException;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.provdl.vocabulary.PROV;

/** Reads values in PROV-XML. */
final class ProvXmlValues {

  private static final String XML_LITERAL = RDF.dtXMLLiteral.getURI();

  /** The types of XML Schema in which spaces at the ends count. */
  private static final Set<String> SPACED =
      Set.of(XSD.xstring.getURI(), XSD.normalizedString.getURI());

  private final XmlEvents events;
  private final ProvXmlScope scope;

  ProvXmlValues(XmlEvents events, ProvXmlScope scope) {
    this.events = events;
    this.scope = scope;
  }

  /** {@return whether a value of that type is the same without spaces at its ends} */
  static boolean isTrimmed(String datatype) {
    return datatype.startsWith(XSD.NS) && !SPACED.contains(datatype);
  }

  /**
   * Reads an element to its end.
   *
   * @param key whether it is a key, of which a qualified name stays a literal
   */
  Node value(boolean key) throws IOException {
    XMLStreamReader now = events.now();
    String type = now.getAttributeValue(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
    String language = now.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
    String reference = now.getAttributeValue(PROV.NS, "ref");
    String datatype = type == null ? XSD.xstring.getURI() : datatype(type);
    StringBuilder text = new StringBuilder();
    int event = events.next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (type != null && !datatype.equals(XML_LITERAL)) {
          throw events.fault("an element in a value of the type " + type);
        }
        return Values.typed(XmlFragment.read(events, text.toString()), XML_LITERAL);
      }
      append(text);
      event = events.next();
    }
    // The end of an element still knows the namespaces of its start.
    if (reference != null && text.toString().isBlank()) {
      return scope.name(reference);
    }
    if (Values.isName(datatype)) {
      String name = text.toString().strip();
      return key ? Values.name(scope.unescaped(name)) : scope.value(name);
    }
    if (language != null) {
      return Values.inLanguage(text.toString(), language, events::fault);
    }
    return Values.typed(isTrimmed(datatype) ? text.toString().strip() : text.toString(), datatype);
  }

  private String datatype(String type) {
    Node datatype = scope.value(type);
    if (!datatype.isURI()) {
      throw events.fault("'" + type + "' is no type of values");
    }
    return datatype.getURI();
  }

  /** Adds the text that is now, within bounds. */
  void append(StringBuilder text) {
    if (text.length() + events.now().getTextLength() > StatementReader.MAX_TEXT) {
      throw events.fault("a text of more than 16 million characters");
    }
    text.append(events.now().getText());
  }
}
