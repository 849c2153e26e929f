package org.provdl.interchange;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/** Reads values in PROV-JSON: bare ones, and those with a type or a language. */
final class ProvJsonValues {

  private static final String TEXT = "$";
  private static final String KEY_DATATYPE = "$key-datatype";

  private final JsonTokens tokens;
  private final NameScope scope;

  ProvJsonValues(JsonTokens tokens, NameScope scope) {
    this.tokens = tokens;
    this.scope = scope;
  }

  /**
   * Reads the value that is next.
   *
   * @param key whether it is a key, of which a qualified name stays a literal
   * @return a literal, or the IRI of a qualified name; null where null stands
   */
  @Nullable Node value(boolean key) throws IOException {
    JsonToken token = tokens.current();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.START_OBJECT) {
      return bare();
    }
    String text = null;
    String type = null;
    String language = null;
    String bareType = XSD.xstring.getURI();
    while (tokens.nextMember()) {
      String member = tokens.text();
      tokens.next();
      switch (member) {
        case TEXT -> {
          Node bare = bare();
          text = bare.getLiteralLexicalForm();
          bareType = bare.getLiteralDatatypeURI();
        }
        case "type" -> type = string("a type");
        case "lang" -> language = string("a language");
        default -> throw tokens.fault("a value has '$', 'type' and 'lang', not '" + member + "'");
      }
    }
    if (text == null) {
      throw tokens.fault("a value without '$'");
    }
    if (language != null) {
      return Values.inLanguage(text, language, tokens::fault);
    }
    return typed(text, type == null ? bareType : datatype(type), key);
  }

  /** Reads the keys of a dictionary, with the entities to which they lead. */
  void pairs(Consumer<KeyEntityPair> to) throws IOException {
    if (tokens.current() == JsonToken.START_ARRAY) {
      while (tokens.nextElement()) {
        to.accept(pair());
      }
      return;
    }
    tokens.expect(JsonToken.START_OBJECT, "an array or an object of keys");
    String datatype = XSD.xstring.getURI();
    List<String> keys = new ArrayList<>();
    List<Node> entities = new ArrayList<>();
    StatementBound bound = new StatementBound(tokens::fault);
    while (tokens.nextMember()) {
      String key = tokens.text();
      tokens.next();
      if (key.equals(KEY_DATATYPE)) {
        datatype = datatype(string("the type of the keys"));
      } else {
        bound.count(key.length());
        keys.add(key);
        entities.add(scope.resolve(string("an entity"), tokens::fault));
      }
    }
    for (int i = 0; i < keys.size(); i++) {
      to.accept(new KeyEntityPair(typed(keys.get(i), datatype, true), entities.get(i)));
    }
  }

  private KeyEntityPair pair() throws IOException {
    tokens.expect(JsonToken.START_OBJECT, "a key with its entity");
    Node key = null;
    Node entity = null;
    while (tokens.nextMember()) {
      String member = tokens.text();
      tokens.next();
      switch (member) {
        case "key" -> key = value(true);
        case TEXT -> entity = scope.resolve(string("an entity"), tokens::fault);
        default -> throw tokens.fault("a pair has 'key' and '$', not '" + member + "'");
      }
    }
    if (key == null) {
      throw tokens.fault("an entity without its 'key'");
    }
    return new KeyEntityPair(key, entity);
  }

  private Node bare() throws IOException {
    JsonToken token = tokens.current();
    String text = token == null || !token.isScalarValue() ? "" : tokens.text();
    if (token == JsonToken.VALUE_STRING) {
      return Values.typed(text, XSD.xstring.getURI());
    } else if (token == JsonToken.VALUE_NUMBER_INT) {
      return Values.typed(text, isInt(text) ? XSD.xint.getURI() : XSD.integer.getURI());
    } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return Values.typed(text, XSD.xdouble.getURI());
    } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return Values.typed(text, XSD.xboolean.getURI());
    }
    throw tokens.fault("a value is expected here");
  }

  private static boolean isInt(String number) {
    try {
      Integer.parseInt(number);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private String string(String what) throws IOException {
    tokens.expect(JsonToken.VALUE_STRING, what);
    return tokens.text();
  }

  private String datatype(String type) {
    Node datatype = scope.resolve(type, tokens::fault);
    if (!datatype.isURI()) {
      throw tokens.fault("'" + type + "' is no type of values");
    }
    return datatype.getURI();
  }

  private Node typed(String text, String datatype, boolean key) {
    if (!Values.isName(datatype)) {
      return Values.typed(text, datatype);
    }
    return key ? Values.name(text) : scope.resolve(text.strip(), tokens::fault);
  }
}
