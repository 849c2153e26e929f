package org.provdl.interchange;

import java.io.IOException;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;

/**
 * What must be known of a document in PROV-XML before its statements can be read.
 *
 * @param escapedElements whether the names of its elements have the escapes of ProvToolbox
 * @param escapedNames whether identifiers and references have them too; those of ProvToolbox 2 have
 *     those of PROV-N
 * @param escapedValues whether values that are names have them too; the same
 * @param bundles whether it has bundles
 */
record ProvXmlOutline(
    boolean escapedElements, boolean escapedNames, boolean escapedValues, boolean bundles) {

  private static final int LONGEST_NAME = 4096;
  private static final Set<String> NAMES = Set.of("QName", "QUALIFIED_NAME");

  /** Reads a document to its end. */
  static ProvXmlOutline of(DocumentSource source) throws IOException {
    boolean elements = true;
    boolean names = true;
    boolean values = true;
    boolean bundles = false;
    try (XmlEvents events = new XmlEvents(source)) {
      StringBuilder name = null;
      int event = events.next();
      while (event != XMLStreamConstants.END_DOCUMENT) {
        XMLStreamReader now = events.now();
        if (event == XMLStreamConstants.START_ELEMENT) {
          boolean ofProv = PROV.NS.equals(now.getNamespaceURI());
          bundles |= ofProv && now.getLocalName().equals("bundleContent");
          elements &= ofProv || ProvXmlNames.isEscaped(now.getLocalName());
          names &= isEscaped(now.getAttributeValue(PROV.NS, "id"));
          names &= isEscaped(now.getAttributeValue(PROV.NS, "ref"));
          String type = now.getAttributeValue(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
          boolean holdsName = type != null && NAMES.contains(type.substring(type.indexOf(':') + 1));
          name = holdsName ? new StringBuilder() : null;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          values &= name == null || isEscaped(name.toString());
          name = null;
        } else if (name != null && name.length() < LONGEST_NAME) {
          name.append(now.getText());
        }
        event = events.next();
      }
    }
    return new ProvXmlOutline(elements, elements && names, elements && names && values, bundles);
  }

  private static boolean isEscaped(@Nullable String name) {
    if (name == null) {
      return true;
    }
    String local = name.strip().substring(name.strip().indexOf(':') + 1);
    return name.startsWith("prov:") || ProvXmlNames.isEscaped(local);
  }
}
