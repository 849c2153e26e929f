package org.provdl.interchange;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotParseException;

/**
 * What stands before the first element of XML: with a document type there, entities could name
 * files and other hosts, or multiply what they hold.
 */
final class XmlProlog {

  private XmlProlog() {}

  /**
   * Reads as far as the first element.
   *
   * @throws RiotException if there is a document type, or no XML
   */
  static void requireNoDoctype(InputStream document) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader events = factory.createXMLStreamReader(document);
      int event = events.getEventType();
      while (event != XMLStreamConstants.START_ELEMENT) {
        if (event == XMLStreamConstants.DTD) {
          throw new RiotException("a DOCTYPE is not taken; write entities out");
        }
        event = events.next();
      }
      events.close();
    } catch (XMLStreamException malformed) {
      throw new RiotParseException(
          malformed.getMessage(),
          malformed.getLocation().getLineNumber(),
          malformed.getLocation().getColumnNumber());
    }
  }
}
