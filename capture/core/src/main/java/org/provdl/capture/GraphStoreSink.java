package org.provdl.capture;

import java.util.List;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes through the SPARQL 1.1 Graph Store protocol: a POST of N-Triples for each graph in the
 * batch, which a server adds whole or not at all.
 */
final class GraphStoreSink implements QuadSink {

  private final HttpEndpoint endpoint;
  private final HttpTarget target;

  GraphStoreSink(HttpEndpoint endpoint, HttpAccess access) {
    this.endpoint = endpoint;
    target = new HttpTarget(endpoint, access);
  }

  @Override
  public void write(List<Quad> quads) {
    NTriples.byGraph(quads)
        .forEach(
            (graph, triples) ->
                target.post(
                    endpoint.with("graph", graph.getURI()),
                    "application/n-triples",
                    text -> NTriples.write(triples, text)));
  }

  @Override
  public String destination() {
    return Destination.GRAPH_STORE + endpoint.uri();
  }

  @Override
  public void close() {
    // the client holds nothing that needs closing
  }
}
