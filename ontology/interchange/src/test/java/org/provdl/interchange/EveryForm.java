package org.provdl.interchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/** A document that says a statement of every kind, in each way in which it can be said. */
final class EveryForm {

  static final List<String> AWKWARD_NAMES =
      List.of(
          "http://example.org/='(),-:;[].",
          "http://example.org/a//b",
          "http://example.org/a/*b*/",
          "http://example.org/",
          "http://example.org/a/",
          "http://example.org/-",
          "http://example.org/.a.",
          "http://example.org/100%25",
          "http://example.org/100%",
          "http://example.org/\u2192arrow",
          "http://example.org/\u00c0-\u00d6\ud83d\ude00\ud800\udc00\uf8ff",
          "http://example.org/entity",
          "http://example.org/endDocument",
          "http://example.org/run/1#training",
          "http://example.org?a=b&c='d'",
          "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
          "urn:x:y:z",
          "mailto:somebody@example.org",
          "x:",
          "a",
          SpecialNames.BLANK + "b0");

  private EveryForm() {}

  static Said document() {
    Said document = new Said();
    for (Node bundle : Arrays.asList(null, ex("bundle1"), ex("bundle2"))) {
      for (StatementKind kind : StatementKind.values()) {
        statements(kind).forEach(said -> document.statements.add(new Said.In(bundle, said)));
      }
    }
    for (String name : AWKWARD_NAMES) {
      document.statements.add(0, new Said.In(null, awkward(SpecialNames.node(name))));
    }
    return document;
  }

  private static Statement awkward(Node name) {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute(Attribute.TYPE, name));
    attributes.add(new Attribute(Attribute.VALUE, name));
    if (name.isURI()) {
      attributes.add(new Attribute(name, ex("e")));
      attributes.add(
          new Attribute(
              ex("a"), NodeFactory.createLiteralDT("x", NodeFactory.getType(name.getURI()))));
    }
    return new Statement(StatementKind.ENTITY, name, List.of(), attributes);
  }

  /** With nothing more than it needs, with everything, and with every second argument. */
  private static List<Statement> statements(StatementKind kind) {
    List<Statement> statements = new ArrayList<>();
    List<Argument> formal = kind.arguments();
    List<KeyEntityPair> pairs = kind.hasPairs() ? pairs(kind) : List.of();
    int required = ProvNGrammar.required(kind);
    boolean hasMore = kind.isQualified() || kind.isElement();
    for (int way = 0; way < 3; way++) {
      List<@Nullable Node> arguments = new ArrayList<>();
      for (int i = 0; i < formal.size(); i++) {
        boolean isSaid = i < required || way == 1 || (way == 2 && i % 2 == 1);
        arguments.add(isSaid ? argument(formal.get(i)) : null);
      }
      Node id = kind.isElement() || (way == 1 && hasMore) ? ex(kind.label() + way) : null;
      statements.add(
          new Statement(
              kind,
              id,
              arguments,
              way == 0 ? List.of() : pairs,
              way > 0 && hasMore ? attributes() : List.of()));
    }
    return statements;
  }

  private static Node argument(Argument argument) {
    return switch (argument.role()) {
      case TIME -> literal("2012-03-31T09:21:00.120+01:00", "dateTime");
      case KEY -> literal("k\"1", "string");
      default -> ex(argument.name());
    };
  }

  private static List<KeyEntityPair> pairs(StatementKind kind) {
    Node entity = kind == StatementKind.REMOVAL ? null : ex("entity");
    return List.of(
        new KeyEntityPair(literal("a", "string"), entity),
        new KeyEntityPair(literal("01", "int"), entity),
        new KeyEntityPair(Values.name("ex:a"), entity),
        new KeyEntityPair(Values.name("a\\=b"), entity));
  }

  private static List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>();
    for (Node name :
        List.of(
            Attribute.TYPE,
            Attribute.LABEL,
            Attribute.LOCATION,
            Attribute.ROLE,
            Attribute.VALUE,
            ex("a"))) {
      for (Node value : values()) {
        attributes.add(new Attribute(name, value));
      }
    }
    return attributes;
  }

  private static List<Node> values() {
    return List.of(
        ex("value"),
        literal("", "string"),
        literal("two\nlines\r\n\"quoted\" \\n \\ \t\b\f'", "string"),
        literal("\"\"\"", "string"),
        literal("ex:a", "string"),
        literal("\u0416 \ud83d\ude00 \u0000\u0001", "string"),
        NodeFactory.createLiteralLang("bonjour\n", "fr-CA"),
        literal("+01", "integer"),
        literal("10", "int"),
        literal("0.10", "decimal"),
        literal("1e0", "double"),
        literal("NaN", "float"),
        literal("1", "boolean"),
        literal("2012-03-31", "date"),
        literal("not a number\n", "int"),
        literal("http://example.org/a b", "anyURI"),
        literal("ex:a", "QName"),
        NodeFactory.createLiteralDT(
            "<a>\"x\"</a>",
            NodeFactory.getType("http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral")));
  }

  static Node ex(String local) {
    return NodeFactory.createURI("http://example.org/" + local);
  }

  static Node literal(String text, String type) {
    return NodeFactory.createLiteralDT(text, NodeFactory.getType(XSD.NS + type));
  }
}
