package org.provdl.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.TextTable;
import org.provdl.vocabulary.PROVDL;
import org.provdl.vocabulary.Prefixes;

/**
 * Makes statements readable: IRIs as short as they can be, with their labels, and as links to where
 * this server describes them. Text of the store never becomes an address by itself.
 *
 * @param labels the graph that knows the labels
 * @param document the page is about it or a part of it, and calls its parts by their fragments
 * @param described the IRIs that this server describes
 * @param origin the scheme and host of this server
 */
record ShownStatements(
    Graph labels, Links links, String document, Predicate<String> described, String origin) {

  /** Prefix to namespace, of what is described elsewhere for good. */
  private static final Map<String, String> SCHEMAS = schemas();

  /** Values of one property. */
  private static final int MOST_VALUES = 40;

  private static final int LONGEST_TEXT = 300;

  private static final Pattern UNDER_BASE =
      Pattern.compile(".*?/((?:" + String.join("|", ThingResource.KINDS) + ")/.+)");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  /**
   * The values of one property.
   *
   * @param more how many there are beside those
   */
  record Row(Shown name, List<Shown> values, int more) {}

  /** Of a store, which describes all that it has. */
  static ShownStatements of(DatasetGraph store, Links links, Node thing, String origin) {
    return new ShownStatements(
        store.getUnionGraph(), links, thing.getURI().replaceFirst("#.*", ""), iri -> true, origin);
  }

  /** Of the description of a service, which names things of its store. */
  static ShownStatements of(DatasetDescription description, Links links, String origin) {
    return new ShownStatements(
        description.model().getGraph(),
        links,
        description.document().getURI(),
        iri -> UNDER_BASE.matcher(iri).matches(),
        origin);
  }

  private static Map<String, String> schemas() {
    Map<String, String> schemas = new HashMap<>(Prefixes.ALL);
    schemas.putAll(ServiceVocabulary.PREFIXES);
    return Map.copyOf(schemas);
  }

  /** Shows statements by property, and of each the thing at its other end. */
  List<Row> rows(Stream<Triple> statements, Function<Triple, Node> other) {
    Map<Node, List<Node>> values = new LinkedHashMap<>();
    statements.forEach(
        said ->
            values
                .computeIfAbsent(said.getPredicate(), property -> new ArrayList<>())
                .add(other.apply(said)));
    return values.entrySet().stream()
        .map(said -> row(said.getKey(), said.getValue()))
        .sorted(Comparator.comparing(row -> row.name().text()))
        .toList();
  }

  private Row row(Node property, List<Node> values) {
    List<Shown> shown =
        values.stream()
            .sorted(Comparator.comparing(ShownStatements::order))
            .limit(MOST_VALUES)
            .map(this::value)
            .toList();
    return new Row(term(property), shown, values.size() - shown.size());
  }

  /** So that the tenth comes after the ninth. */
  private static String order(Node value) {
    return NUMBER
        .matcher(value.isLiteral() ? value.getLiteralLexicalForm() : value.toString())
        .replaceAll(number -> "%018d".formatted(Long.parseLong(number.group())));
  }

  Shown value(Node value) {
    if (value.isURI()) {
      String text = shortened(value.getURI());
      String label = label(value);
      return new Shown(
          cut(text),
          label == null || text.endsWith(label) ? null : cut(label),
          value.getURI(),
          href(value.getURI()));
    }
    if (value.isLiteral()) {
      String text = value.getLiteralLexicalForm();
      boolean number = NodeValue.makeNode(value).isNumber();
      return new Shown(
          number ? TextTable.cell(value) : cut(text), note(value), number ? text : null, null);
    }
    return Shown.text(value.toString());
  }

  /** A property or class. */
  Shown term(Node term) {
    String iri = term.toString();
    return new Shown(cut(shortened(iri)), null, iri, term.isURI() ? href(iri) : null);
  }

  @Nullable String label(Node thing) {
    return Iter.asStream(labels.find(thing, RDFS.label.asNode(), Node.ANY))
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElse(null);
  }

  String shortened(String iri) {
    if (iri.startsWith(document + "#")) {
      return iri.substring(document.length());
    }
    for (Map.Entry<String, String> prefix : SCHEMAS.entrySet()) {
      if (iri.startsWith(prefix.getValue()) && iri.length() > prefix.getValue().length()) {
        return prefix.getKey() + ":" + iri.substring(prefix.getValue().length());
      }
    }
    Matcher known = UNDER_BASE.matcher(iri);
    return known.matches() ? known.group(1) : iri;
  }

  /** Nothing of the store is an address but IRIs of this server and terms of well-known schemas. */
  @Nullable String href(String iri) {
    if (iri.startsWith(PROVDL.NS)) {
      return links.ontology() + "#" + iri.substring(PROVDL.NS.length());
    }
    if (SCHEMAS.values().stream().anyMatch(iri::startsWith)) {
      return iri;
    }
    if (!described.test(iri)) {
      return null;
    }
    String here = origin + links.root();
    return iri.startsWith(here) && isPath(iri.substring(here.length()))
        ? iri.substring(origin.length())
        : links.provenance(iri);
  }

  /** Whether every client sends it as it is, and every server takes it. */
  private static boolean isPath(String tail) {
    return tail.matches("[a-z]+/[A-Za-z0-9._~/-]+") && !tail.contains("/.");
  }

  private static @Nullable String note(Node literal) {
    if (!literal.getLiteralLanguage().isEmpty()) {
      return "@" + literal.getLiteralLanguage();
    }
    String type = Objects.requireNonNullElse(literal.getLiteralDatatypeURI(), "");
    return type.startsWith(XSD.NS) ? null : cut(type.substring(type.indexOf('#') + 1));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}
