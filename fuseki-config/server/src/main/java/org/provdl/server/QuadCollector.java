package org.provdl.server;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.web.HttpSC;
import org.jspecify.annotations.Nullable;

/** Takes the quads of a body, if each is whole by itself. */
final class QuadCollector extends StreamRDFBase {

  /** What a relative IRI resolves to, so that it can be told from the others. */
  static final String BASE = "relative:/";

  private static final Pattern ABSOLUTE =
      Pattern.compile("(?!relative:)[A-Za-z][A-Za-z0-9+.-]*:.*");

  /** Characters of an IRI that are nothing unusual. */
  private static final int USUAL = 200;

  /** Characters of all IRIs beyond that: a long prefix would make much of a small body. */
  private static final long MOST_UNUSUAL = 64L << 20;

  private final @Nullable Node graph;
  private final List<Quad> quads;
  private long unusual;

  /**
   * Collects.
   *
   * @param graph where triples go; null where only quads are taken
   */
  QuadCollector(@Nullable Node graph, List<Quad> quads) {
    this.graph = graph;
    this.quads = quads;
  }

  @Override
  public void triple(Triple triple) {
    if (graph == null) {
      throw malformed(
          "A triple outside of all graphs cannot be stored: "
              + triple
              + ". Put it in the graph of a run.");
    }
    add(Quad.create(graph, triple));
  }

  @Override
  public void quad(Quad quad) {
    if (quad.isDefaultGraph()) {
      triple(quad.asTriple());
    } else if (graph != null) {
      throw malformed(
          "The body has a graph of its own, " + quad.getGraph() + ". Send it without ?graph=.");
    } else {
      add(quad);
    }
  }

  private void add(Quad quad) {
    absolute(quad.getGraph());
    absolute(quad.getSubject());
    absolute(quad.getPredicate());
    absolute(quad.getObject());
    if (unusual > MOST_UNUSUAL) {
      throw malformed("The IRIs of the body are too long altogether. Shorten its prefixes.");
    }
    quads.add(quad);
  }

  private void absolute(Node node) {
    if (node.isURI()) {
      unusual += Math.max(0, node.getURI().length() - USUAL);
      requireAbsolute(node);
    }
  }

  static Node requireAbsolute(Node node) {
    if (!ABSOLUTE.matcher(node.getURI()).matches()) {
      throw malformed(
          "The IRI <" + node.getURI().replace(BASE, "") + "> is relative. Write it in full.");
    }
    return node;
  }

  private static ActionErrorException malformed(String message) {
    return new ActionErrorException(HttpSC.BAD_REQUEST_400, message, null);
  }
}
