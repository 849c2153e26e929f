package org.provdl.interchange;

import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;

/** Reads single statements in PROV-XML. */
final class ProvXmlStatements {

  private final XmlEvents events;
  private final ProvXmlScope scope;
  private final ProvXmlValues values;
  private final Losses losses;
  private final StatementStream to;

  ProvXmlStatements(XmlEvents events, ProvXmlScope scope, Losses losses, StatementStream to) {
    this.events = events;
    this.scope = scope;
    this.values = new ProvXmlValues(events, scope);
    this.losses = losses;
    this.to = to;
  }

  /** Reads the element at whose start it is, to its end. */
  void statement() throws IOException {
    XMLStreamReader now = events.now();
    String local = now.getLocalName();
    if (!PROV.NS.equals(now.getNamespaceURI()) || local.equals("other")) {
      losses.add("<" + now.getName() + ">", "an element that is no statement of PROV");
      events.skip();
      return;
    }
    ProvXmlElements.Element element =
        ProvXmlElements.named(local)
            .orElseThrow(() -> events.fault("<" + local + "> is no statement in PROV-XML"));
    StatementKind kind = element.kind();
    StatementBuilder builder = new StatementBuilder(kind, events::fault);
    String id = now.getAttributeValue(PROV.NS, "id");
    if (id != null) {
      builder.id(scope.name(id));
    } else if (kind.isElement()) {
      throw events.fault("<" + local + "> without prov:id");
    }
    if (element.type() != null) {
      builder.attribute(Attribute.TYPE, element.type());
    }
    String type = now.getAttributeValue(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
    if (type != null) {
      Node subtype = scope.name(type);
      if (!subtype.equals(kind.type())) {
        builder.attribute(Attribute.TYPE, subtype);
      }
    }
    children(() -> part(builder));
    builder.to(to);
  }

  private void part(StatementBuilder builder) throws IOException {
    StatementKind kind = builder.kind();
    boolean ofProv = PROV.NS.equals(events.now().getNamespaceURI());
    String local = events.now().getLocalName();
    if (ofProv && kind.isOfDictionaries() && local.equals("keyEntityPair")) {
      builder.pair(pair());
      return;
    }
    if (ofProv && kind == StatementKind.REMOVAL && local.equals("key")) {
      builder.pair(new KeyEntityPair(values.value(true), null));
      return;
    }
    int index = ofProv ? builder.indexOf(local) : -1;
    if (index < 0) {
      Node name = scope.ofElement();
      builder.attribute(name, values.value(false));
    } else if (kind.arguments().get(index).role() == Role.KEY) {
      builder.argument(index, values.value(true));
    } else {
      argument(index, builder);
    }
  }

  /** Reads an argument: a reference or a text, or, as ProvToolbox 2 writes it, references in it. */
  private void argument(int index, StatementBuilder builder) throws IOException {
    Role role = builder.kind().arguments().get(index).role();
    String reference = events.now().getAttributeValue(PROV.NS, "ref");
    if (reference != null) {
      builder.argument(index, scope.name(reference));
    }
    StringBuilder text = new StringBuilder();
    int event = events.next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        Node inner = reference();
        if (inner == null) {
          throw events.fault("an element without prov:ref, where there is a reference");
        }
        builder.argument(index, inner);
      } else {
        values.append(text);
      }
      event = events.next();
    }
    String said = text.toString().strip();
    if (!said.isEmpty()) {
      builder.argument(index, role == Role.TIME ? Values.time(said) : scope.name(said));
    }
  }

  private KeyEntityPair pair() throws IOException {
    Node[] parts = new Node[2];
    children(
        () -> {
          switch (events.now().getLocalName()) {
            case "key" -> parts[0] = values.value(true);
            case "entity" -> parts[1] = reference();
            default -> throw events.fault("a pair has a key and an entity");
          }
        });
    if (parts[0] == null) {
      throw events.fault("a pair without its key");
    }
    return new KeyEntityPair(parts[0], parts[1]);
  }

  /** Reads an element to its end, if it has {@code prov:ref}; {@return what that refers to} */
  private @Nullable Node reference() throws IOException {
    String reference = events.now().getAttributeValue(PROV.NS, "ref");
    if (reference == null) {
      return null;
    }
    Node node = scope.name(reference);
    children(
        () -> {
          throw events.fault("an element in a reference");
        });
    return node;
  }

  /** Reads what is in the element at whose start it is. */
  private void children(Reading child) throws IOException {
    int event = events.next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        child.read();
      } else if (!events.now().getText().isBlank()) {
        throw events.fault("text where there is an element");
      }
      event = events.next();
    }
  }

  /** Reads an element from its start to its end. */
  @FunctionalInterface
  private interface Reading {
    void read() throws IOException;
  }
}
