package org.provdl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.provdl.capture.Artifact;
import org.provdl.capture.ImportedRecord;
import org.provdl.capture.PatientWriter;
import org.provdl.capture.QuadSink;
import org.provdl.interchange.Document;
import org.provdl.interchange.Losses;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.vocabulary.PROV;

/**
 * Brings documents of others into a store. A document is a graph named by its content, which says
 * too what it was imported from, by whom and when; each of its bundles is a graph of its own name.
 * It is read twice, so that nothing of a malformed one arrives, and none is held in memory.
 */
final class DocumentImport {

  /** A document with more is no provenance of a training. */
  private static final int MOST_BUNDLES = 100_000;

  private static final String IS_THERE = "SELECT * { GRAPH ?graph { ?s ?p ?o } } LIMIT 1";

  private final SparqlEndpoint endpoint;
  private final QuadSink target;
  private final String base;
  private final Clock clock;

  DocumentImport(SparqlEndpoint endpoint, QuadSink target, String base, Clock clock) {
    this.endpoint = endpoint;
    this.target = target;
    this.base = base;
    this.clock = clock;
  }

  /**
   * What became of a document.
   *
   * @param iri its name in the store
   * @param quads how many of its statements were written; 0 where it had been imported before
   */
  record Outcome(String iri, long quads) {}

  /**
   * Imports a document, unless it has been.
   *
   * @param losses is told what PROV-O cannot say
   * @throws CommandException if the store has graphs of the names of its bundles
   */
  Outcome add(Path file, Document document, Losses losses) throws IOException {
    ImportedRecord record =
        new ImportedRecord(
            Artifact.of(file), null, System.getProperty("user.name"), clock.instant());
    String iri = base + "document/sha256-" + record.source().sha256();
    Node name = NodeFactory.createURI(iri);
    Node activity = NodeFactory.createURI(record.iri(iri));
    if (isThere(name, activity, PROV.endedAtTime.asNode(), Node.ANY)) {
      return new Outcome(iri, 0);
    }
    Set<Node> bundles = new LinkedHashSet<>();
    document.quads(losses, new Bundles(bundles));
    bundles.forEach(bundle -> requireFree(bundle, activity));
    PatientWriter writer = new PatientWriter(target, "Import");
    for (Node bundle : bundles) {
      writer.add(Quad.create(bundle, bundle, RDF.type.asNode(), PROV.Bundle.asNode()));
      writer.add(Quad.create(bundle, bundle, RDF.type.asNode(), PROV.Entity.asNode()));
      writer.add(Quad.create(bundle, bundle, PROV.wasGeneratedBy.asNode(), activity));
    }
    writer.write();
    Named named = new Named(name, writer);
    document.stored(new Losses(), named);
    writer.write();
    record.describe(iri, base).forEach(writer::add);
    writer.write();
    return new Outcome(iri, named.quads);
  }

  private void requireFree(Node bundle, Node activity) {
    if (!isThere(bundle, bundle, PROV.wasGeneratedBy.asNode(), activity)
        && isThere(bundle, Node.ANY, Node.ANY, Node.ANY)) {
      throw new CommandException(
          "The store has a graph of the name of the bundle %s. Import it into another store, or merge stores of PROV-DL by `provdl merge`."
              .formatted(bundle));
    }
  }

  private boolean isThere(Node graph, Node subject, Node property, Node object) {
    ParameterizedSparqlString query = new ParameterizedSparqlString(IS_THERE);
    Map.of("graph", graph, "s", subject, "p", property, "o", object)
        .forEach(
            (variable, node) -> {
              if (node.isConcrete()) {
                query.setParam(variable, node);
              }
            });
    AtomicBoolean found = new AtomicBoolean();
    endpoint.answer(query.asQuery(), rows -> found.set(rows.hasNext()));
    return found.get();
  }

  /** Collects the names of bundles. */
  private static final class Bundles extends StreamRDFBase {

    private final Set<Node> names;

    Bundles(Set<Node> names) {
      this.names = names;
    }

    @Override
    public void quad(Quad quad) {
      if (!quad.isDefaultGraph()) {
        if (!quad.getGraph().isURI()) {
          throw new CommandException("A bundle has no name. Give it an IRI.");
        }
        if (names.add(quad.getGraph()) && names.size() > MOST_BUNDLES) {
          throw new CommandException(
              "There are more than %,d bundles. Divide the document.".formatted(MOST_BUNDLES));
        }
      }
    }
  }

  /** Writes what a document says, with names for blank nodes that follow from their order. */
  private static final class Named extends StreamRDFBase {

    private final Node document;
    private final PatientWriter writer;
    private final Map<Node, Node> blank = new HashMap<>();
    private long quads;

    Named(Node document, PatientWriter writer) {
      this.document = document;
      this.writer = writer;
    }

    @Override
    public void triple(Triple triple) {
      quad(Quad.create(document, triple));
    }

    @Override
    public void quad(Quad quad) {
      quads++;
      writer.add(
          Quad.create(
              quad.isDefaultGraph() ? document : quad.getGraph(),
              name(quad.getSubject()),
              quad.getPredicate(),
              name(quad.getObject())));
    }

    private Node name(Node node) {
      if (!node.isBlank()) {
        return node;
      }
      int next = blank.size() + 1;
      return blank.computeIfAbsent(
          node, unnamed -> NodeFactory.createURI(document.getURI() + "#blank-" + next));
    }
  }
}
