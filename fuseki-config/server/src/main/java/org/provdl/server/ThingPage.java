package org.provdl.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.provdl.server.ShownStatements.Row;
import org.provdl.vocabulary.PROVDL;

/**
 * What people see of one thing.
 *
 * @param actions what else can be looked at, and where
 * @param downloads the addresses of the description, by form
 */
record ThingPage(
    Pages.Frame frame,
    String title,
    String iri,
    List<Shown> classes,
    Map<String, String> actions,
    List<Section> sections,
    Map<String, String> downloads) {

  /** The statements that are looked at for what a graph has of each class. */
  private static final int MOST_PARTS = 100_000;

  /** The activities that the documents are about. */
  private static final Map<String, String> ACTIVITIES =
      Map.of("run", "training", "study", "search");

  /**
   * Statements of one kind; there is at least one.
   *
   * @param inverse whether the properties are those of others
   */
  record Section(String title, List<Row> rows, boolean inverse) {}

  /** Shows a thing of a store, as long as that is read. */
  static ThingPage of(Pages.Frame frame, DatasetGraph store, Node thing, String origin) {
    Links links = frame.links();
    ShownStatements shown = ShownStatements.of(store, links, thing, origin);
    String iri = thing.getURI();
    Map<String, String> actions = new LinkedHashMap<>();
    List<Section> sections = new ArrayList<>();
    add(
        sections,
        "What is said of it",
        shown.rows(about(shown.labels(), thing), Triple::getObject));
    DocumentNames.kind(iri)
        .ifPresent(
            kind -> {
              if (kind.equals("run")) {
                actions.put("Open in the explorer", links.explorer(iri));
              }
              actions.put("Questions about it", links.about(kind, iri));
              String part = ACTIVITIES.getOrDefault(kind, kind);
              Node activity = NodeFactory.createURI(iri + "#" + part);
              add(
                  sections,
                  "The " + part,
                  shown.rows(about(store.getGraph(thing), activity), Triple::getObject));
              add(sections, "In its graph", parts(store.getGraph(thing), shown));
            });
    int fragment = iri.indexOf('#');
    if (fragment > 0) {
      String document = iri.substring(0, fragment);
      DocumentNames.kind(document)
          .ifPresent(kind -> actions.put("The whole " + kind, links.provenance(document)));
    }
    add(
        sections,
        new Section(
            "What refers to it",
            shown.rows(
                statements(shown.labels(), Triple.create(Node.ANY, Node.ANY, thing)),
                Triple::getSubject),
            true));
    add(sections, new Section("What refers to its parts", elsewhere(store, thing, shown), true));
    return new ThingPage(
        frame,
        Objects.requireNonNullElse(shown.label(thing), shown.shortened(iri)),
        iri,
        classes(shown, thing),
        actions,
        sections,
        RdfFormat.downloads(RdfFormat.PROVENANCE, links.provenance(iri) + "&"));
  }

  /** Shows the description of a service. */
  static ThingPage of(Pages.Frame frame, DatasetDescription description, String origin) {
    Graph graph = description.model().getGraph();
    ShownStatements shown = ShownStatements.of(description, frame.links(), origin);
    Map<String, Resource> parts = new LinkedHashMap<>();
    parts.put("The data", description.dataset());
    parts.put("The SPARQL endpoint", description.sparql());
    parts.put("The provenance of one thing", description.direct());
    List<Section> sections = new ArrayList<>();
    parts.forEach(
        (title, part) ->
            add(sections, title, shown.rows(about(graph, part.asNode()), Triple::getObject)));
    return new ThingPage(
        frame,
        "What this server has",
        description.document().getURI(),
        classes(shown, description.document().asNode()),
        Map.of("All questions", frame.links().list()),
        sections,
        RdfFormat.downloads(RdfFormat.RDF, frame.links().dataset() + "?"));
  }

  private static void add(List<Section> sections, String title, List<Row> rows) {
    add(sections, new Section(title, rows, false));
  }

  private static void add(List<Section> sections, Section section) {
    if (!section.rows().isEmpty()) {
      sections.add(section);
    }
  }

  private static Stream<Triple> statements(Graph graph, Triple pattern) {
    return Iter.asStream(graph.find(pattern)).limit(Description.MOST);
  }

  /** All but its classes. */
  private static Stream<Triple> about(Graph graph, Node thing) {
    return statements(graph, Triple.create(thing, Node.ANY, Node.ANY))
        .filter(said -> !said.getPredicate().equals(RDF.type.asNode()));
  }

  private static List<Shown> classes(ShownStatements shown, Node thing) {
    return statements(shown.labels(), Triple.create(thing, RDF.type.asNode(), Node.ANY))
        .map(said -> shown.term(said.getObject()))
        .sorted((one, other) -> other.text().compareTo(one.text()))
        .toList();
  }

  /** How many things of each class of the ontology a graph has. */
  private static List<Row> parts(Graph graph, ShownStatements shown) {
    Map<Node, Integer> counts = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    Iter.asStream(graph.find(Node.ANY, RDF.type.asNode(), Node.ANY))
        .limit(MOST_PARTS)
        .map(Triple::getObject)
        .filter(type -> type.isURI() && type.getURI().startsWith(PROVDL.NS))
        .forEach(type -> counts.merge(type, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(
            part ->
                new Row(
                    shown.term(part.getKey()),
                    List.of(Shown.text("%,d".formatted(part.getValue()))),
                    0))
        .toList();
  }

  /** What other graphs say of the activity that a document is about. */
  private static List<Row> elsewhere(DatasetGraph store, Node document, ShownStatements shown) {
    return DocumentNames.kind(document.getURI())
        .map(
            kind ->
                NodeFactory.createURI(
                    document.getURI() + "#" + ACTIVITIES.getOrDefault(kind, kind)))
        .map(
            activity ->
                shown.rows(
                    Iter.asStream(store.findNG(Node.ANY, Node.ANY, Node.ANY, activity))
                        .limit(MOST_PARTS)
                        .filter(quad -> !quad.getGraph().equals(document))
                        .map(Quad::asTriple)
                        .distinct()
                        .limit(Description.MOST),
                    Triple::getSubject))
        .orElse(List.of());
  }
}
