package org.provdl.interchange;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * A value as it stands, before it is known of which argument or attribute it is.
 *
 * @param text what it says
 * @param isBare whether it is a string without more, or the name in an {@code @id}
 * @param type the name of its type, or null
 * @param language its language, or null
 */
record ProvJsonLdValue(
    String text, boolean isBare, @Nullable String type, @Nullable String language) {

  /** Reads the value that the tokens are at; null where that is null. */
  static @Nullable ProvJsonLdValue read(JsonTokens tokens) throws IOException {
    JsonToken token = tokens.current();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.START_OBJECT) {
      return scalar(tokens);
    }
    ProvJsonLdValue value = null;
    String type = null;
    String language = null;
    boolean isName = false;
    while (tokens.nextMember()) {
      String member = tokens.text();
      tokens.next();
      ProvJsonLdValue scalar = scalar(tokens);
      switch (member) {
        case "@value" -> value = value == null ? scalar : repeated(member, tokens);
        case "@type" -> type = type == null ? scalar.text : repeated(member, tokens).text;
        case "@language" ->
            language = language == null ? scalar.text : repeated(member, tokens).text;
        case "@id" -> {
          value = value == null ? scalar : repeated(member, tokens);
          isName = true;
        }
        default -> throw tokens.fault("a value has no '" + member + "'");
      }
    }
    if (value == null) {
      throw tokens.fault("a value without '@value'");
    }
    return new ProvJsonLdValue(value.text, isName, type == null ? value.type : type, language);
  }

  private static ProvJsonLdValue repeated(String member, JsonTokens tokens) {
    throw tokens.fault("'" + member + "' a second time");
  }

  private static ProvJsonLdValue scalar(JsonTokens tokens) throws IOException {
    JsonToken token = tokens.current();
    if (token == JsonToken.VALUE_STRING) {
      return new ProvJsonLdValue(tokens.text(), true, null, null);
    } else if (token == JsonToken.VALUE_NUMBER_INT) {
      return new ProvJsonLdValue(tokens.text(), false, "xsd:integer", null);
    } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return new ProvJsonLdValue(tokens.text(), false, "xsd:double", null);
    } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return new ProvJsonLdValue(tokens.text(), false, "xsd:boolean", null);
    }
    throw tokens.fault("a value is expected here");
  }

  /** {@return the value of an attribute} */
  Node of(Node attribute, NameScope scope, Faults faults) {
    if (isBare) {
      return ProvJsonLdTerms.OF_NAMES.contains(attribute) || isName(attribute, scope)
          ? scope.resolve(text, faults)
          : NodeFactory.createLiteralString(text);
    }
    if (language != null) {
      return Values.inLanguage(text, language, faults);
    }
    if (type == null) {
      return NodeFactory.createLiteralString(text);
    }
    Node datatype = scope.resolve(type, faults);
    if (datatype.isBlank()) {
      throw faults.of("'" + type + "' is no type of values");
    }
    return datatype.getURI().equals(Notes.QUALIFIED_NAME)
        ? scope.resolve(text, faults)
        : Values.typed(text, datatype.getURI());
  }

  /** A string without more is a name, but for labels, and for texts without a known prefix. */
  private boolean isName(Node attribute, NameScope scope) {
    return !attribute.equals(Attribute.LABEL) && scope.knows(text);
  }

  /** {@return the value of an argument} */
  Node of(Argument argument, NameScope scope, Faults faults) {
    return switch (argument.role()) {
      case TIME -> Values.typed(text, XSD.dateTime.getURI());
      default -> scope.resolve(text, faults);
    };
  }
}
