package org.provdl.capture;

import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Writes through SPARQL 1.1 Update: one INSERT DATA for a batch. */
final class SparqlUpdateSink implements QuadSink {

  private final HttpEndpoint endpoint;
  private final HttpTarget target;

  SparqlUpdateSink(HttpEndpoint endpoint, HttpAccess access) {
    this.endpoint = endpoint;
    target = new HttpTarget(endpoint, access);
  }

  @Override
  public void write(List<Quad> quads) {
    Map<Node, List<Quad>> graphs = NTriples.byGraph(quads);
    target.post(endpoint.uri(), "application/sparql-update", text -> insert(graphs, text));
  }

  private static void insert(Map<Node, List<Quad>> graphs, AWriter text) {
    text.print("INSERT DATA {\n");
    graphs.forEach(
        (graph, triples) -> {
          text.print("GRAPH ");
          NTriples.write(graph, text);
          text.print(" {\n");
          NTriples.write(triples, text);
          text.print("}\n");
        });
    text.print("}\n");
  }

  @Override
  public String destination() {
    return Destination.SPARQL_UPDATE + endpoint.uri();
  }

  @Override
  public void close() {
    // the client holds nothing that needs closing
  }
}
