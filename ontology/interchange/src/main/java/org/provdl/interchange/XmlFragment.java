package org.provdl.interchange;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of an {@code rdf:XMLLiteral} as their text, each with the namespaces that it
 * needs. The spaces that only indent them are left out.
 */
final class XmlFragment {

  private final XmlEvents events;
  private final StringBuilder text = new StringBuilder();
  private final Deque<Map<String, String>> declared = new ArrayDeque<>();

  private XmlFragment(XmlEvents events) {
    this.events = events;
  }

  /**
   * Reads from the start of a first element to the end of the one that it is in.
   *
   * @param before the text before the first element
   */
  static String read(XmlEvents events, String before) throws IOException {
    XmlFragment fragment = new XmlFragment(events);
    fragment.declared.push(Map.of());
    fragment.text(before);
    fragment.elements();
    return fragment.text.toString();
  }

  private void elements() throws IOException {
    int depth = 0;
    boolean open = false;
    int event = XMLStreamConstants.START_ELEMENT;
    while (event != XMLStreamConstants.END_ELEMENT || depth > 0) {
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        declared.pop();
        text.append(open ? "/>" : "</" + name(events.now()) + ">");
        open = false;
      } else {
        boolean start = event == XMLStreamConstants.START_ELEMENT;
        String content = start ? "" : events.now().getText();
        if (open && (start || !isIndent(content))) {
          text.append('>');
          open = false;
        }
        if (start) {
          depth++;
          start();
          open = true;
        } else {
          text(content);
        }
      }
      if (text.length() > StatementReader.MAX_TEXT) {
        throw events.fault("a text of more than 16 million characters");
      }
      event = events.next();
    }
  }

  private void start() {
    XMLStreamReader now = events.now();
    Map<String, String> outer = declared.getFirst();
    Map<String, String> inner = new HashMap<>(outer);
    declared.push(inner);
    text.append('<').append(name(now));
    declare(now.getPrefix(), now.getNamespaceURI(), inner);
    for (int i = 0; i < now.getAttributeCount(); i++) {
      String prefix = now.getAttributePrefix(i);
      boolean prefixed = prefix != null && !prefix.isEmpty();
      if (prefixed && !prefix.equals("xml")) {
        declare(prefix, now.getAttributeNamespace(i), inner);
      }
      text.append(' ')
          .append(prefixed ? prefix + ":" : "")
          .append(now.getAttributeLocalName(i))
          .append("=\"")
          .append(XmlText.attribute(now.getAttributeValue(i)))
          .append('"');
    }
  }

  private void declare(
      @Nullable String prefix, @Nullable String namespace, Map<String, String> inner) {
    String key = prefix == null ? "" : prefix;
    String iri = namespace == null ? "" : namespace;
    if (!inner.getOrDefault(key, "").equals(iri)) {
      inner.put(key, iri);
      text.append(key.isEmpty() ? " xmlns" : " xmlns:" + key)
          .append("=\"")
          .append(XmlText.attribute(iri))
          .append('"');
    }
  }

  private void text(String content) {
    if (!isIndent(content)) {
      text.append(XmlText.content(content));
    }
  }

  private static boolean isIndent(String content) {
    return content.isBlank() && (content.isEmpty() || content.indexOf('\n') >= 0);
  }

  private static String name(XMLStreamReader now) {
    String prefix = now.getPrefix();
    return prefix == null || prefix.isEmpty()
        ? now.getLocalName()
        : prefix + ":" + now.getLocalName();
  }
}
