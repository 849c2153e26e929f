package org.provdl.capture;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;

/** Writes terms and triples as N-Triples, which are SPARQL too. */
final class NTriples {

  private static final NodeFormatter TERMS = new NodeFormatterNT();

  private NTriples() {}

  static String of(Node term) {
    StringWriterI text = new StringWriterI();
    TERMS.format(text, term);
    return text.toString();
  }

  /** The triples of each graph, by the graph's name, in the order of the quads. */
  static Map<Node, String> byGraph(Collection<Quad> quads) {
    Map<Node, StringWriterI> graphs = new LinkedHashMap<>();
    for (Quad quad : quads) {
      write(quad, graphs.computeIfAbsent(quad.getGraph(), graph -> new StringWriterI()));
    }
    Map<Node, String> texts = new LinkedHashMap<>();
    graphs.forEach((graph, text) -> texts.put(graph, text.toString()));
    return texts;
  }

  private static void write(Quad quad, StringWriterI text) {
    TERMS.format(text, quad.getSubject());
    text.print(" ");
    TERMS.format(text, quad.getPredicate());
    text.print(" ");
    TERMS.format(text, quad.getObject());
    text.print(" .\n");
  }
}
