package org.provdl.interchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Writes what a statement in PROV-JSON has under its identifier. All values of attributes have
 * their type and stand in an array, for ProvToolbox 2.2.1 reads no others.
 */
final class ProvJsonObjects {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Namespaces namespaces;
  private final Losses losses;

  ProvJsonObjects(Namespaces namespaces, Losses losses) {
    this.namespaces = namespaces;
    this.losses = losses;
  }

  static String text(Namespaces.Name name) {
    return name.prefix() + ":" + name.local();
  }

  /** {@return whether the identifier of a statement is written} */
  static boolean hasId(Statement statement) {
    return statement.kind().isElement() || statement.kind().isQualified();
  }

  /** {@return the object of a statement, on one line} */
  String object(Statement statement) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      Set<String> names = new HashSet<>();
      arguments(statement, names, json);
      if (ArgumentText.hasAttributes(statement, losses)) {
        attributes(statement, names, json);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private void arguments(Statement statement, Set<String> names, JsonGenerator json)
      throws IOException {
    StatementKind kind = statement.kind();
    boolean inDictionary = kind == StatementKind.DICTIONARY_MEMBERSHIP;
    for (int i = 0; i < (inDictionary ? 1 : kind.arguments().size()); i++) {
      String name = "prov:" + name(kind, i);
      names.add(name);
      String value = ArgumentText.of(statement, i, node -> text(namespaces.name(node)), losses);
      if (value != null && kind == StatementKind.MEMBERSHIP && i == 1) {
        json.writeArrayFieldStart(name);
        json.writeString(value);
        json.writeEndArray();
      } else if (value != null) {
        json.writeStringField(name, value);
      }
    }
    if (inDictionary && statement.argument(2) != null) {
      names.add("prov:key-entity-set");
      json.writeArrayFieldStart("prov:key-entity-set");
      pair(new KeyEntityPair(statement.argument(2), statement.argument(1)), json);
      json.writeEndArray();
    } else if (kind.hasPairs() && !statement.pairs().isEmpty()) {
      boolean removal = kind == StatementKind.REMOVAL;
      String name = removal ? "prov:key-set" : "prov:key-entity-set";
      names.add(name);
      json.writeArrayFieldStart(name);
      for (KeyEntityPair pair : statement.pairs()) {
        if (removal) {
          value(pair.key(), true, json);
        } else {
          pair(pair, json);
        }
      }
      json.writeEndArray();
    }
  }

  private static String name(StatementKind kind, int index) {
    if (kind.hasPairs()) {
      return index == 0 ? "after" : "before";
    }
    return kind.arguments().get(index).name();
  }

  private void pair(KeyEntityPair pair, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeFieldName("key");
    value(pair.key(), true, json);
    if (pair.entity() != null) {
      json.writeStringField("$", text(namespaces.name(pair.entity())));
    }
    json.writeEndObject();
  }

  private void attributes(Statement statement, Set<String> formal, JsonGenerator json)
      throws IOException {
    Map<String, List<Node>> values = new LinkedHashMap<>();
    for (Attribute attribute : statement.attributes()) {
      String name = text(namespaces.name(attribute.name()));
      if (formal.contains(name)) {
        losses.add(statement.toString(), name + " is an argument, and no attribute beside it");
      } else if (ArgumentText.isSayable(attribute, statement, losses)) {
        values.computeIfAbsent(name, unknown -> new ArrayList<>()).add(attribute.value());
      }
    }
    for (Map.Entry<String, List<Node>> attribute : values.entrySet()) {
      json.writeArrayFieldStart(attribute.getKey());
      for (Node value : attribute.getValue()) {
        value(value, false, json);
      }
      json.writeEndArray();
    }
  }

  private void value(Node value, boolean key, JsonGenerator json) throws IOException {
    json.writeStartObject();
    if (!value.isLiteral()) {
      json.writeStringField("$", text(namespaces.name(value)));
      json.writeStringField("type", "prov:QUALIFIED_NAME");
    } else {
      String text = value.getLiteralLexicalForm();
      json.writeStringField("$", text);
      if (!value.getLiteralLanguage().isEmpty()) {
        json.writeStringField("lang", value.getLiteralLanguage());
      } else if (Values.isName(value.getLiteralDatatypeURI()) && !key) {
        losses.add(value.toString(), "only a key can be a name as a literal; written as a string");
        json.writeStringField("type", "xsd:string");
      } else {
        json.writeStringField("type", text(namespaces.name(value.getLiteralDatatypeURI())));
      }
    }
    json.writeEndObject();
  }
}
