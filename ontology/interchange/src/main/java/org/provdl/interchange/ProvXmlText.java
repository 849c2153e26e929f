package org.provdl.interchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;

/** Writes single statements in PROV-XML, their parts in the order of its schema. */
final class ProvXmlText {

  private static final List<Node> ORDER =
      List.of(Attribute.LABEL, Attribute.LOCATION, Attribute.ROLE, Attribute.TYPE, Attribute.VALUE);

  private final ProvXmlPrefixes prefixes;
  private final Losses losses;

  ProvXmlText(ProvXmlPrefixes prefixes, Losses losses) {
    this.prefixes = prefixes;
    this.losses = losses;
  }

  /** {@return a statement as an element} */
  String of(Statement statement, String indent) {
    StatementKind kind = statement.kind();
    StringBuilder parts = new StringBuilder();
    Set<String> formal = new HashSet<>();
    arguments(statement, indent + "  ", formal, parts);
    boolean full = ArgumentText.hasAttributes(statement, losses);
    if (full) {
      attributes(statement, indent + "  ", formal, parts);
    }
    String id = full && statement.id() != null ? prefixes.name(statement.id()) : "";
    String start =
        indent
            + "<prov:"
            + kind.label()
            + prefixes.takeDeclarations()
            + (id.isEmpty() ? "" : " prov:id=\"" + id + "\"");
    return parts.isEmpty()
        ? start + "/>\n"
        : start + ">\n" + parts + indent + "</prov:" + kind.label() + ">\n";
  }

  private void arguments(
      Statement statement, String indent, Set<String> formal, StringBuilder parts) {
    StatementKind kind = statement.kind();
    boolean inDictionary = kind == StatementKind.DICTIONARY_MEMBERSHIP;
    for (int i = 0; i < (inDictionary ? 1 : kind.arguments().size()); i++) {
      Argument argument = kind.arguments().get(i);
      String element = "prov:" + argument.name();
      formal.add(element);
      String value = ArgumentText.of(statement, i, prefixes::name, losses);
      if (value != null && argument.role() == Role.TIME) {
        element(element, "", content(value), indent, parts);
      } else if (value != null) {
        reference(element, value, indent, parts);
      }
    }
    if (kind.isOfDictionaries()) {
      formal.add("prov:keyEntityPair");
      formal.add("prov:key");
    }
    if (inDictionary && statement.argument(2) != null) {
      pair(new KeyEntityPair(statement.argument(2), statement.argument(1)), indent, parts);
    }
    for (KeyEntityPair pair : statement.pairs()) {
      if (kind == StatementKind.REMOVAL) {
        value("prov:key", pair.key(), true, indent, parts);
      } else {
        pair(pair, indent, parts);
      }
    }
  }

  private void pair(KeyEntityPair pair, String indent, StringBuilder parts) {
    parts.append(indent).append("<prov:keyEntityPair>\n");
    value("prov:key", pair.key(), true, indent + "  ", parts);
    if (pair.entity() != null) {
      reference("prov:entity", prefixes.name(pair.entity()), indent + "  ", parts);
    }
    parts.append(indent).append("</prov:keyEntityPair>\n");
  }

  private void attributes(
      Statement statement, String indent, Set<String> formal, StringBuilder parts) {
    List<Attribute> attributes = new ArrayList<>(statement.attributes());
    attributes.sort(
        Comparator.comparing(
            attribute -> {
              int place = ORDER.indexOf(attribute.name());
              return place < 0 ? ORDER.size() : place;
            }));
    for (Attribute attribute : attributes) {
      String name = prefixes.name(attribute.name());
      if (formal.contains(name)) {
        losses.add(statement.toString(), name + " is an argument, and no attribute beside it");
      } else if (ArgumentText.isSayable(attribute, statement, losses)) {
        value(name, attribute.value(), false, indent, parts);
      }
    }
  }

  private void value(String element, Node value, boolean key, String indent, StringBuilder parts) {
    if (!value.isLiteral()) {
      element(element, type("xsd:QName"), prefixes.name(value), indent, parts);
      return;
    }
    String text = value.getLiteralLexicalForm();
    String datatype = value.getLiteralDatatypeURI();
    boolean label = element.equals("prov:label");
    String attributes;
    if (!value.getLiteralLanguage().isEmpty()) {
      attributes =
          (label ? "" : type("prov:InternationalizedString"))
              + " xml:lang=\""
              + XmlText.attribute(value.getLiteralLanguage())
              + "\"";
    } else if (Values.isName(datatype) && !(key && isPlainName(text))) {
      losses.add(value.toString(), "a name that only a key can be; written as a string");
      attributes = type("xsd:string");
    } else if (Values.isName(datatype)) {
      attributes = type("xsd:QName");
    } else {
      attributes =
          label && datatype.equals(XSD.xstring.getURI()) ? "" : type(prefixes.name(datatype));
      if (ProvXmlValues.isTrimmed(datatype) && !text.equals(text.strip())) {
        losses.add(value.toString(), "XML Schema leaves out spaces around a value of this type");
      }
    }
    element(element, attributes, content(text), indent, parts);
  }

  private static boolean isPlainName(String name) {
    return ProvXmlNames.isPlain(name.substring(name.indexOf(':') + 1));
  }

  private String content(String text) {
    if (!XmlText.isSayable(text)) {
      losses.add(text, "XML has no way to say a character in it; U+FFFD is in its place");
    }
    return XmlText.content(text);
  }

  private static String type(String name) {
    return " xsi:type=\"" + name + "\"";
  }

  private static void reference(String element, String name, String indent, StringBuilder parts) {
    parts.append(indent).append('<').append(element);
    parts.append(" prov:ref=\"").append(name).append("\"/>\n");
  }

  private static void element(
      String name, String attributes, String content, String indent, StringBuilder parts) {
    parts.append(indent).append('<').append(name).append(attributes).append('>');
    parts.append(content).append("</").append(name).append(">\n");
  }
}
