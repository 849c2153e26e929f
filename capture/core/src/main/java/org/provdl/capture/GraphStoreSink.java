package org.provdl.capture;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes through the SPARQL 1.1 Graph Store protocol: a POST of N-Triples for each graph in the
 * batch.
 */
final class GraphStoreSink implements QuadSink {

  private final URI endpoint;
  private final HttpTarget target = new HttpTarget();

  GraphStoreSink(URI endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void write(List<Quad> quads) {
    NTriples.byGraph(quads)
        .forEach((graph, triples) -> target.post(address(graph), "application/n-triples", triples));
  }

  @Override
  public String destination() {
    return Destination.GRAPH_STORE + endpoint;
  }

  private URI address(Node graph) {
    String separator = endpoint.getQuery() == null ? "?" : "&";
    return URI.create(
        endpoint
            + separator
            + "graph="
            + URLEncoder.encode(graph.getURI(), StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    // the client holds nothing that needs closing
  }
}
