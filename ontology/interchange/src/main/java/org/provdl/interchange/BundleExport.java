package org.provdl.interchange;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.provdl.vocabulary.PROV;

/**
 * Writes graphs of a store as one document: each graph is a bundle, and the document says that it
 * is one. In a syntax without bundles the statements are those of the document. Used by one thread.
 */
public sealed interface BundleExport {

  /**
   * An export.
   *
   * @param profile how the graphs are said
   * @param syntax the syntax of the document
   * @param out where it is written; stays open
   * @param losses is told what is no statement of PROV, and what the syntax cannot say
   * @return the export, to be begun
   * @throws IllegalArgumentException if the profile cannot be written in this syntax
   */
  static BundleExport of(Profile profile, Syntax syntax, OutputStream out, Losses losses) {
    return switch (profile) {
      case INTERCHANGE -> new AsStatements(syntax.writer(out, losses), losses);
      case STORE ->
          new AsStored(
              syntax
                  .rdf()
                  .map(format -> RdfWriter.stream(format, out, losses))
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "The profile of the store is of RDF, and %s is not. Write turtle, trig, nquads, ntriples, jsonld or rdfxml."
                                  .formatted(syntax.label()))));
    };
  }

  /**
   * An export to whoever takes statements, in the profile of interchange.
   *
   * @param to takes them
   * @param losses is told what is no statement of PROV
   * @return the export, to be begun
   */
  static BundleExport to(StatementStream to, Losses losses) {
    return new AsStatements(to, losses);
  }

  /**
   * Begins the document.
   *
   * @param prefixes namespaces by their prefixes
   * @param bundles the names of the graphs that will be added
   */
  void begin(Map<String, String> prefixes, List<Node> bundles);

  /**
   * Adds a graph.
   *
   * @param name its name
   * @param graph what it holds
   */
  void add(Node name, Graph graph);

  /** Ends the document. */
  void finish();

  /** In the profile of interchange. */
  final class AsStatements implements BundleExport {

    private final StatementStream to;
    private final Losses losses;

    AsStatements(StatementStream to, Losses losses) {
      this.to = to;
      this.losses = losses;
    }

    @Override
    public void begin(Map<String, String> prefixes, List<Node> bundles) {
      prefixes.forEach(to::namespace);
      Attribute isBundle = new Attribute(Attribute.TYPE, PROV.Bundle.asNode());
      for (Node bundle : bundles) {
        to.statement(new Statement(StatementKind.ENTITY, bundle, List.of(), List.of(isBundle)));
      }
    }

    @Override
    public void add(Node name, Graph graph) {
      to.beginBundle(name);
      RdfToStatements.graph(graph, true, losses, to);
      to.endBundle();
    }

    @Override
    public void finish() {
      to.finish();
    }
  }

  /** In the profile of the store. */
  final class AsStored implements BundleExport {

    private final StreamRDF to;

    AsStored(StreamRDF to) {
      this.to = to;
    }

    @Override
    public void begin(Map<String, String> prefixes, List<Node> bundles) {
      to.start();
      prefixes.forEach(to::prefix);
    }

    @Override
    public void add(Node name, Graph graph) {
      graph.find().forEachRemaining(triple -> to.quad(Quad.create(name, triple)));
    }

    @Override
    public void finish() {
      to.finish();
    }
  }
}
