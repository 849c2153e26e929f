package org.provdl.interchange;

import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;

/**
 * Reads PROV-XML (W3C Note of 30 April 2013) with its extensions for dictionaries and mentions, and
 * the escapes of names that {@link ProvXmlNames} tells of. A document is read two times, one with
 * bundles three times, so that it need not be held in memory: for its escapes, for the statements
 * outside bundles, and for those in them.
 */
final class ProvXmlReader implements StatementReader {

  private static final String BUNDLE = "bundleContent";

  @Override
  public void read(DocumentSource source, Losses losses, StatementStream to) throws IOException {
    ProvXmlOutline outline = ProvXmlOutline.of(source);
    document(source, outline, false, losses, to);
    if (outline.bundles()) {
      document(source, outline, true, losses, to);
    }
    to.finish();
  }

  private static void document(
      DocumentSource source,
      ProvXmlOutline outline,
      boolean bundles,
      Losses losses,
      StatementStream to)
      throws IOException {
    try (XmlEvents events = new XmlEvents(source)) {
      events.next();
      if (!isProv(events, "document")) {
        throw events.fault("a document in PROV-XML is a prov:document");
      }
      ProvXmlScope scope = new ProvXmlScope(events, outline);
      ProvXmlStatements statements = new ProvXmlStatements(events, scope, losses, to);
      if (!bundles) {
        namespaces(events, to);
      }
      while (nextChild(events)) {
        boolean bundle = isProv(events, BUNDLE);
        if (bundle != bundles) {
          events.skip();
        } else if (bundle) {
          bundle(events, scope, statements, to);
        } else {
          statements.statement();
        }
      }
    }
  }

  private static void bundle(
      XmlEvents events, ProvXmlScope scope, ProvXmlStatements statements, StatementStream to)
      throws IOException {
    String id = events.now().getAttributeValue(PROV.NS, "id");
    if (id == null) {
      throw events.fault("a bundle without prov:id");
    }
    to.beginBundle(scope.name(id));
    namespaces(events, to);
    while (nextChild(events)) {
      if (isProv(events, BUNDLE)) {
        throw events.fault("a bundle in a bundle");
      }
      statements.statement();
    }
    to.endBundle();
  }

  /** Goes to the next element in this one; {@return whether there is one} */
  private static boolean nextChild(XmlEvents events) throws IOException {
    int event = events.next();
    while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
      if (!events.now().getText().isBlank()) {
        throw events.fault("text between statements");
      }
      event = events.next();
    }
    return event == XMLStreamConstants.START_ELEMENT;
  }

  private static boolean isProv(XmlEvents events, String local) {
    return PROV.NS.equals(events.now().getNamespaceURI())
        && events.now().getLocalName().equals(local);
  }

  private static void namespaces(XmlEvents events, StatementStream to) {
    XMLStreamReader now = events.now();
    for (int i = 0; i < now.getNamespaceCount(); i++) {
      @Nullable String prefix = now.getNamespacePrefix(i);
      @Nullable String iri = now.getNamespaceURI(i);
      if (iri != null && !iri.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
        to.namespace(prefix == null ? "" : prefix, ProvXmlScope.namespace(iri));
      }
    }
  }
}
