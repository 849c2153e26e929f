package org.provdl.interchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.XSD;
import org.provdl.vocabulary.PROV;

/** Statements of every kind: bare, and with all that they may have. */
final class EveryStatement {

  static final String EX = "http://example.org/";

  private EveryStatement() {}

  static Node ex(String local) {
    return NodeFactory.createURI(EX + local);
  }

  static Node string(String text) {
    return NodeFactory.createLiteralString(text);
  }

  /** Says them outside bundles, and again in one. */
  static void to(StatementStream stream) {
    stream.namespace("ex", EX);
    statements("").forEach(stream::statement);
    stream.beginBundle(ex("bundle"));
    statements("bundled-").forEach(stream::statement);
    stream.endBundle();
    stream.beginBundle(ex("empty"));
    stream.endBundle();
    stream.finish();
  }

  /** {@return the same in RDF} */
  static DatasetGraph dataset() {
    DatasetGraph dataset = DatasetGraphFactory.create();
    to(new StatementsToRdf(StreamRDFLib.dataset(dataset), new Losses()));
    return dataset;
  }

  private static List<Statement> statements(String prefix) {
    List<Statement> statements = new ArrayList<>();
    for (StatementKind kind : StatementKind.values()) {
      String base = prefix + kind.label();
      statements.add(statement(kind, base, false));
      if (kind.isElement() || kind.isQualified()) {
        statements.add(statement(kind, base + "-full", true));
      }
    }
    // One identifier, two statements.
    for (String activity : List.of("one", "two")) {
      statements.add(
          new Statement(
              StatementKind.END,
              ex(prefix + "shared"),
              Arrays.asList(ex(prefix + activity), null, null, null),
              List.of(new Attribute(ex("of"), string(activity)))));
    }
    statements.add(
        new Statement(
            StatementKind.DERIVATION,
            null,
            Arrays.asList(ex("later"), ex("earlier"), null, null, null),
            List.of(new Attribute(Attribute.TYPE, PROV.Revision.asNode()))));
    return statements;
  }

  private static Statement statement(StatementKind kind, String base, boolean full) {
    List<Node> arguments = new ArrayList<>();
    for (int i = 0; i < kind.arguments().size(); i++) {
      Argument argument = kind.arguments().get(i);
      boolean said = full || (i < 2 && !kind.isElement()) || !kind.isQualified();
      arguments.add(said ? argument(argument, base) : null);
    }
    List<KeyEntityPair> pairs = new ArrayList<>();
    if (kind.hasPairs() && full) {
      for (Node key :
          List.of(
              string("a"),
              NodeFactory.createLiteralDT("1", NodeFactory.getType(XSD.xint.getURI())),
              NodeFactory.createLiteralLang("un lieu", "fr"),
              Values.name("ex:key"))) {
        pairs.add(new KeyEntityPair(key, kind == StatementKind.REMOVAL ? null : ex("member")));
      }
    }
    return new Statement(
        kind,
        full || kind.isElement() ? ex(base) : null,
        arguments,
        pairs,
        full ? attributes() : List.of());
  }

  private static Node argument(Argument argument, String base) {
    return switch (argument.role()) {
      case TIME -> Values.time("2024-02-29T12:30:00.123456789+02:00");
      case KEY -> string("key of " + base);
      default -> ex(base + "/" + argument.name());
    };
  }

  private static List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute(ex("other"), string("other")));
    attributes.add(new Attribute(Attribute.TYPE, ex("Type")));
    attributes.add(new Attribute(Attribute.TYPE, string("a type as a string")));
    attributes.add(new Attribute(Attribute.LABEL, string("label")));
    attributes.add(new Attribute(Attribute.LABEL, NodeFactory.createLiteralLang("Name", "de-CH")));
    attributes.add(new Attribute(Attribute.LOCATION, ex("here")));
    attributes.add(new Attribute(Attribute.ROLE, string("role")));
    attributes.add(new Attribute(Attribute.VALUE, string("")));
    for (String[] literal :
        new String[][] {
          {"NaN", "double"},
          {"1.0E-10", "double"},
          {"INF", "float"},
          {"123456789012345678901234567890.123456789", "decimal"},
          {"-0", "integer"},
          {"2024-02-29", "date"},
          {"http://example.org/?a=b&c=<d>", "anyURI"},
          {"AAEC", "base64Binary"},
          {"not a number", "int"},
          {"true", "boolean"}
        }) {
      attributes.add(
          new Attribute(
              ex("typed"),
              NodeFactory.createLiteralDT(literal[0], NodeFactory.getType(XSD.NS + literal[1]))));
    }
    attributes.add(
        new Attribute(
            ex("typed"),
            NodeFactory.createLiteralDT("x", NodeFactory.getType("http://types.example/my#type"))));
    for (String text :
        List.of(" \t\r\n lines \r end ", "<&>\"']]>", "いろは \uD83D\uDE00 \u0000".strip())) {
      attributes.add(new Attribute(ex("text"), string(text.replace("\u0000", ""))));
    }
    return attributes;
  }
}
