package org.provdl.interchange;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** Reads one document in PROV-N, by recursive descent that goes no deeper than a statement. */
final class ProvNParser {

  private final ProvNScanner scanner;
  private final Losses losses;
  private final StatementStream to;
  private NameScope scope = NameScope.ofDocument();

  ProvNParser(ProvNScanner scanner, Losses losses, StatementStream to) {
    this.scanner = scanner;
    this.losses = losses;
    this.to = to;
  }

  void document() throws IOException {
    ProvNName first = scanner.name("'" + ProvNGrammar.DOCUMENT + "'");
    if (!first.is(ProvNGrammar.DOCUMENT)) {
      throw first.error("expected '" + ProvNGrammar.DOCUMENT + "', not '" + first.text() + "'");
    }
    Map<String, String> declared = new LinkedHashMap<>();
    ProvNName word = declarations(declared);
    declared.forEach(to::namespace);
    while (!word.is(ProvNGrammar.END_DOCUMENT)) {
      if (word.is(ProvNGrammar.BUNDLE)) {
        bundle();
      } else {
        statement(word);
      }
      word = word("a statement, 'bundle' or 'endDocument'");
    }
    if (scanner.peek() >= 0) {
      throw scanner.error("expected nothing after the document, not " + scanner.found());
    }
    to.finish();
  }

  /** Its own declarations hold for its name too, so it is resolved after them. */
  private void bundle() throws IOException {
    NameScope outer = scope;
    scope = outer.ofBundle();
    ProvNName name = word("the name of a bundle");
    Map<String, String> declared = new LinkedHashMap<>();
    ProvNName word = declarations(declared);
    to.beginBundle(node(name));
    declared.forEach(to::namespace);
    while (!word.is(ProvNGrammar.END_BUNDLE)) {
      statement(word);
      word = word("a statement or 'endBundle'");
    }
    to.endBundle();
    scope = outer;
  }

  private ProvNName word(String what) throws IOException {
    return scanner.name(what);
  }

  /** Takes all declarations, and the word after them. */
  private ProvNName declarations(Map<String, String> declared) throws IOException {
    while (true) {
      ProvNName word = word("a declaration or a statement");
      String prefix;
      if (word.is(ProvNGrammar.DEFAULT)) {
        prefix = "";
      } else if (word.is(ProvNGrammar.PREFIX)) {
        ProvNName name = word("a prefix");
        if (name.prefix() != null) {
          throw name.error("expected a prefix, not '" + name.text() + "'");
        }
        prefix = name.local();
      } else {
        return word;
      }
      String iri = scanner.iri();
      String before = scope.namespaces().get(prefix);
      scope.declare(prefix, iri);
      String now = scope.namespace(prefix);
      if (before != null && !before.equals(now)) {
        throw word.error("the prefix '" + prefix + "' stands for something else already");
      }
      if (declared.put(prefix, now) == null && declared.size() > StatementReader.MAX_PREFIXES) {
        throw word.error("more than " + StatementReader.MAX_PREFIXES + " prefixes");
      }
    }
  }

  private void statement(ProvNName word) throws IOException {
    String label = label(word);
    DerivationType derivation = ProvNGrammar.DERIVATIONS.get(label);
    Optional<StatementKind> kind =
        derivation == null ? StatementKind.labelled(label) : Optional.of(StatementKind.DERIVATION);
    if (kind.isPresent()) {
      StatementBuilder builder = new StatementBuilder(kind.get(), scanner::error);
      if (derivation != null) {
        builder.attribute(Attribute.TYPE, derivation.type());
      }
      statement(word, builder);
    } else {
      extension(word);
    }
  }

  /** What a statement is called by, in the namespace of PROV; empty if it is in another. */
  private String label(ProvNName word) {
    String prefix = word.prefix();
    if (prefix == null) {
      return word.local();
    }
    String namespace = scope.namespace(prefix);
    return namespace != null && ProvNGrammar.isNamespaceOfStatements(namespace) ? word.local() : "";
  }

  private void statement(ProvNName word, StatementBuilder builder) throws IOException {
    StatementKind kind = builder.kind();
    scanner.expect('(');
    int place = 0;
    Node first = nameOrMarker();
    if (kind.isElement()) {
      builder.id(first == null ? NodeFactory.createBlankNode() : first);
    } else if (scanner.accept(';')) {
      if (first != null) {
        builder.id(first);
      }
      argument(place++, nameOrMarker(), builder);
    } else {
      argument(place++, first, builder);
    }
    int count = kind.arguments().size();
    while (scanner.accept(',')) {
      if (scanner.peek() == '[') {
        attributes(builder);
        break;
      } else if (kind.hasPairs() && scanner.peek() == '{') {
        pairs(builder);
      } else if (place == count) {
        throw scanner.error("expected ')', for " + kind.label() + " has no more arguments");
      } else {
        argument(place, argument(kind.arguments().get(place)), builder);
        place++;
      }
    }
    scanner.expect(')');
    if (place < ProvNGrammar.required(kind)) {
      Argument missing = kind.arguments().get(place);
      throw word.error(kind.label() + " needs an argument more: " + missing.name());
    }
    builder.to(to);
  }

  private static void argument(int place, @Nullable Node value, StatementBuilder builder) {
    if (value != null) {
      builder.argument(place, value);
    }
  }

  private @Nullable Node argument(Argument argument) throws IOException {
    return switch (argument.role()) {
      case TIME -> time();
      case KEY -> key();
      default -> nameOrMarker();
    };
  }

  private @Nullable Node nameOrMarker() throws IOException {
    ProvNName name = scanner.name("a name or '-'");
    return name.isMarker() ? null : node(name);
  }

  private @Nullable Node time() throws IOException {
    String text =
        scanner.number(
            "a time or '-'", number -> number.equals("-") || ProvNGrammar.isTime(number));
    if (text.equals("-")) {
      return null;
    }
    return NodeFactory.createLiteralDT(text, XSDDatatype.XSDdateTime);
  }

  private @Nullable Node key() throws IOException {
    if (scanner.peek() == '-') {
      ProvNName marker = scanner.name("a key");
      if (marker.isMarker()) {
        return null;
      }
      throw marker.error("expected a key in quotation marks, not '" + marker.text() + "'");
    }
    return literal(true);
  }

  private void pairs(StatementBuilder builder) throws IOException {
    scanner.expect('{');
    if (scanner.accept('}')) {
      return;
    }
    do {
      if (builder.kind() == StatementKind.REMOVAL) {
        builder.pair(new KeyEntityPair(literal(true), null));
      } else {
        scanner.expect('(');
        Node key = literal(true);
        scanner.expect(',');
        builder.pair(new KeyEntityPair(key, nameOrMarker()));
        scanner.expect(')');
      }
    } while (scanner.accept(','));
    scanner.expect('}');
  }

  private void attributes(StatementBuilder builder) throws IOException {
    scanner.expect('[');
    if (scanner.accept(']')) {
      return;
    }
    do {
      Node name = node(scanner.name("an attribute"));
      scanner.expect('=');
      builder.attribute(name, literal(false));
    } while (scanner.accept(','));
    scanner.expect(']');
  }

  private Node literal(boolean isKey) throws IOException {
    int c = scanner.peek();
    if (c == '"') {
      return string(isKey);
    }
    if (scanner.accept('\'')) {
      ProvNName name = scanner.name("a name");
      scanner.expect('\'');
      return isKey ? Values.name(name.text()) : node(name);
    }
    String number = scanner.number("a value", ProvNGrammar::isInteger);
    return NodeFactory.createLiteralDT(number, ProvNGrammar.typeOfInteger(number));
  }

  private Node string(boolean isKey) throws IOException {
    String text = scanner.string();
    String language = scanner.language();
    String datatype = null;
    if (scanner.acceptDatatype()) {
      datatype =
          scanner.peek() == '<' ? scanner.iri() : iri(scanner.name("the datatype of a value"));
    }
    if (language != null) {
      return Values.inLanguage(text, language, scanner::error);
    }
    if (datatype == null) {
      return NodeFactory.createLiteralString(text);
    }
    if (datatype.equals(Notes.QUALIFIED_NAME) && !isKey) {
      int colon = text.indexOf(':');
      String namespace = scope.namespace(text.substring(0, Math.max(0, colon)));
      if (namespace != null) {
        return Iris.node(namespace + ProvNGrammar.unescaped(text.substring(colon + 1)));
      }
    }
    return Values.typed(text, datatype);
  }

  /** Reads over a statement that PROV does not have, and says so. */
  private void extension(ProvNName word) throws IOException {
    String iri = iri(word);
    scanner.expect('(');
    for (long depth = 1; depth > 0; ) {
      int c = scanner.peek();
      if (c == '"') {
        scanner.string();
      } else if (c == '<') {
        scanner.iri();
      } else if (scanner.accept('(') || scanner.accept('{') || scanner.accept('[')) {
        depth++;
      } else if (scanner.accept(')') || scanner.accept('}') || scanner.accept(']')) {
        depth--;
      } else if (!isSkipped(c) && !scanner.acceptDatatype() && scanner.language() == null) {
        scanner.name("')'");
      }
    }
    losses.add(
        word.text() + "(...) in line " + word.line(),
        "PROV has no statement of the name " + iri + ", so it is left out");
  }

  private boolean isSkipped(int sign) throws IOException {
    return ",;='".indexOf(sign) >= 0 && scanner.accept((char) sign);
  }

  private Node node(ProvNName name) {
    return Iris.node(iri(name));
  }

  private String iri(ProvNName name) {
    String prefix = name.prefix() == null ? "" : name.prefix();
    String namespace = scope.namespace(prefix);
    if (namespace == null) {
      throw name.error(
          name.prefix() == null
              ? "'"
                  + name.text()
                  + "' is neither a word of PROV-N nor a name, for no default"
                  + " namespace is declared"
              : "the prefix of '" + name.text() + "' is not declared");
    }
    return namespace + name.local();
  }
}
