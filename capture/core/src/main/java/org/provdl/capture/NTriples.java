package org.provdl.capture;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;

/** Writes terms and triples as N-Triples, which are SPARQL too. */
final class NTriples {

  private static final NodeFormatter TERMS = new NodeFormatterNT();

  private NTriples() {}

  /** The quads of each graph, by the graph's name, in their order. */
  static Map<Node, List<Quad>> byGraph(Collection<Quad> quads) {
    return quads.stream()
        .collect(Collectors.groupingBy(Quad::getGraph, LinkedHashMap::new, Collectors.toList()));
  }

  static void write(Node term, AWriter text) {
    TERMS.format(text, term);
  }

  /** Writes quads without their graphs, each on a line. */
  static void write(Collection<Quad> quads, AWriter text) {
    for (Quad quad : quads) {
      write(quad.getSubject(), text);
      text.print(" ");
      write(quad.getPredicate(), text);
      text.print(" ");
      write(quad.getObject(), text);
      text.print(" .\n");
    }
  }
}
