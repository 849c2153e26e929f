package org.provdl.interchange;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The events of an XML document, within bounds, and each fault with its place. There is no document
 * type, and so there are no entities: a document that has them is refused where they begin.
 */
final class XmlEvents implements Closeable {

  private static final int MAX_DEPTH = 64;

  private final BoundedInput input;
  private final XMLStreamReader reader;
  private int depth;

  XmlEvents(DocumentSource source) throws IOException {
    input = new BoundedInput(source.open());
    // That of the JDK, whichever others there are; its factories keep state, so each has its own.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    try {
      reader = factory.createXMLStreamReader(XmlEncoding.reader(input));
    } catch (XMLStreamException e) {
      input.close();
      throw fault(e);
    } catch (IOException | InvalidDocumentException e) {
      input.close();
      throw e;
    }
  }

  /** {@return the next start or end of an element, text, or end of the document} */
  int next() throws IOException {
    while (true) {
      int event = event();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > MAX_DEPTH) {
            throw fault("elements in more than " + MAX_DEPTH + " others");
          }
          return event;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return event;
        }
        case XMLStreamConstants.CHARACTERS,
            XMLStreamConstants.CDATA,
            XMLStreamConstants.SPACE,
            XMLStreamConstants.END_DOCUMENT -> {
          return event;
        }
        case XMLStreamConstants.DTD ->
            throw fault("a document type declaration, which PROV-XML does not have");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw fault("the entity '" + reader.getLocalName() + "', which nothing declares");
        default -> {
          // Comments and processing instructions say nothing.
        }
      }
    }
  }

  /** Leaves out the element at whose start it is. */
  void skip() throws IOException {
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  private int event() throws IOException {
    input.progress();
    try {
      return reader.next();
    } catch (XMLStreamException e) {
      throw fault(e);
    } catch (RuntimeException e) {
      // The parser of the JDK throws others too at what is no XML.
      throw fault("no XML: " + e);
    }
  }

  XMLStreamReader now() {
    return reader;
  }

  /** {@return a fault where it is now} */
  InvalidDocumentException fault(String message) {
    return fault(message, reader.getLocation());
  }

  private InvalidDocumentException fault(XMLStreamException e) throws IOException {
    Throwable cause = e.getNestedException();
    if (cause instanceof CharacterCodingException) {
      return fault("not of the encoding that the document is in", e.getLocation());
    }
    if (cause instanceof TooLongException) {
      return fault(String.valueOf(cause.getMessage()), e.getLocation());
    }
    if (cause instanceof IOException io) {
      throw io;
    }
    return fault(withoutPlace(String.valueOf(e.getMessage())), e.getLocation());
  }

  /** The parser says the place before its message, on a line of its own. */
  private static String withoutPlace(String message) {
    String mark = "Message: ";
    int from = message.indexOf(mark);
    return from < 0 ? message : message.substring(from + mark.length());
  }

  private static InvalidDocumentException fault(String message, @Nullable Location place) {
    return place == null
        ? new InvalidDocumentException(message, 1, 1)
        : new InvalidDocumentException(
            message, Math.max(1, place.getLineNumber()), Math.max(1, place.getColumnNumber()));
  }

  @Override
  public void close() throws IOException {
    input.close();
  }

  /** What is between two events goes on for too long. */
  private static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1;

    TooLongException() {
      super("a name, an attribute or a comment of more than 16 million characters");
    }
  }

  /** Ends the reading of what the parser would hold in memory. */
  private static final class BoundedInput extends FilterInputStream {

    private long sinceEvent;

    BoundedInput(InputStream in) {
      super(in);
    }

    void progress() {
      sinceEvent = 0;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int count = super.read(to, offset, length);
      sinceEvent += Math.max(0, count);
      if (sinceEvent > StatementReader.MAX_TEXT) {
        throw new TooLongException();
      }
      return count;
    }
  }
}
