package org.provdl.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.jena.riot.RiotException;

/**
 * XML without a document type: with one, entities could name files and other hosts, or multiply
 * what they hold.
 */
final class XmlBody {

  private XmlBody() {}

  /**
   * Passes a body on that has none.
   *
   * @throws RiotException if it has one, or is no XML before its first element
   */
  static InputStream withoutDoctype(InputStream body) throws IOException {
    byte[] whole = body.readAllBytes();
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader events = factory.createXMLStreamReader(new ByteArrayInputStream(whole));
      int event = events.getEventType();
      while (event != XMLStreamConstants.START_ELEMENT) {
        if (event == XMLStreamConstants.DTD) {
          throw new RiotException("a DOCTYPE is not taken; write entities out");
        }
        event = events.next();
      }
      events.close();
    } catch (XMLStreamException malformed) {
      throw new RiotException(malformed.getMessage(), malformed);
    }
    return new ByteArrayInputStream(whole);
  }
}
