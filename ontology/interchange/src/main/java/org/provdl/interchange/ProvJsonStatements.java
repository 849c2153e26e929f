package org.provdl.interchange;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;

/** Reads the statements of one document or one bundle in PROV-JSON. */
final class ProvJsonStatements {

  /** What ProvToolbox calls the arguments of changes to dictionaries. */
  private static final Map<String, String> DICTIONARY_ARGUMENTS =
      Map.of("after", "newDictionary", "before", "oldDictionary");

  private final JsonTokens tokens;
  private final ProvJsonOutline outline;
  private final ProvJsonValues values;
  private final Losses losses;
  private final StatementStream to;
  private final Map<String, Node> blankNodes = new HashMap<>();

  ProvJsonStatements(
      JsonTokens tokens, ProvJsonOutline outline, Losses losses, StatementStream to) {
    this.tokens = tokens;
    this.outline = outline;
    this.values = new ProvJsonValues(tokens, outline.scope());
    this.losses = losses;
    this.to = to;
  }

  /** Reads all statements of a kind, each under its identifier. */
  void ofKind(StatementKind kind) throws IOException {
    tokens.next();
    tokens.expect(JsonToken.START_OBJECT, "an object of statements by their identifiers");
    while (tokens.nextMember()) {
      Node id = id(kind, tokens.text());
      if (tokens.next() == JsonToken.START_ARRAY) {
        while (tokens.nextElement()) {
          statement(kind, id);
        }
      } else {
        statement(kind, id);
      }
    }
  }

  /** An identifier is made up where there is none; it counts where a derivation refers to it. */
  private @Nullable Node id(StatementKind kind, String id) {
    return !id.startsWith("_:") || kind.isElement() || outline.isReferredTo(id) ? name(id) : null;
  }

  private Node name(String name) {
    return name.startsWith("_:")
        ? blankNodes.computeIfAbsent(name, unknown -> NodeFactory.createBlankNode())
        : outline.scope().resolve(name, tokens::fault);
  }

  private void statement(StatementKind kind, @Nullable Node id) throws IOException {
    tokens.expect(JsonToken.START_OBJECT, "the object of a statement");
    StatementBuilder builder = new StatementBuilder(kind, tokens::fault);
    if (id != null) {
      builder.id(id);
    }
    while (tokens.nextMember()) {
      Node name = outline.scope().resolve(tokens.text(), tokens::fault);
      tokens.next();
      if (!isFormal(builder, name)) {
        each(() -> attribute(builder, name), value -> builder.attribute(name, value));
      }
    }
    builder.to(to);
  }

  /** Takes a member as an argument or as keys, if its name is that of one. */
  private boolean isFormal(StatementBuilder builder, Node name) throws IOException {
    if (!name.isURI() || !name.getURI().startsWith(PROV.NS)) {
      return false;
    }
    String local = name.getURI().substring(PROV.NS.length());
    StatementKind kind = builder.kind();
    if (kind.isOfDictionaries() && local.equals("key-entity-set")) {
      values.pairs(builder::pair);
      return true;
    }
    if (kind == StatementKind.REMOVAL && local.equals("key-set")) {
      each(() -> values.value(true), key -> builder.pair(new KeyEntityPair(key, null)));
      return true;
    }
    int index =
        builder.indexOf(kind.hasPairs() ? DICTIONARY_ARGUMENTS.getOrDefault(local, local) : local);
    if (index < 0) {
      return false;
    }
    Role role = kind.arguments().get(index).role();
    each(() -> argument(role), argument -> builder.argument(index, argument));
    return true;
  }

  private @Nullable Node argument(Role role) throws IOException {
    if (tokens.current() == JsonToken.VALUE_STRING) {
      String text = tokens.text();
      return switch (role) {
        case TIME -> Values.time(text);
        case KEY -> values.value(true);
        default -> name(text);
      };
    }
    Node value = values.value(role == Role.KEY);
    if (value != null && role == Role.TIME && value.isLiteral()) {
      return Values.time(value.getLiteralLexicalForm());
    }
    if (value != null && value.isLiteral() && role != Role.KEY) {
      return name(value.getLiteralLexicalForm());
    }
    return value;
  }

  private @Nullable Node attribute(StatementBuilder builder, Node name) throws IOException {
    Node value = values.value(false);
    if (value == null) {
      losses.add(builder.kind().label() + " with " + name, "null is no value in PROV-JSON");
    }
    return value;
  }

  /** Reads one value, or those of an array one after the other. */
  private void each(ValueReader reader, Consumer<Node> to) throws IOException {
    boolean isArray = tokens.current() == JsonToken.START_ARRAY;
    while (!isArray || tokens.nextElement()) {
      Node value = reader.read();
      if (value != null) {
        to.accept(value);
      }
      if (!isArray) {
        break;
      }
    }
  }

  /** How one value is read. */
  @FunctionalInterface
  private interface ValueReader {
    @Nullable Node read() throws IOException;
  }
}
