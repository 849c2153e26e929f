package org.provdl.capture;

import java.net.URI;
import java.util.List;
import org.apache.jena.sparql.core.Quad;

/** Writes through SPARQL 1.1 Update: one INSERT DATA for a batch. */
final class SparqlUpdateSink implements QuadSink {

  private final URI endpoint;
  private final HttpTarget target = new HttpTarget();

  SparqlUpdateSink(URI endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void write(List<Quad> quads) {
    StringBuilder update = new StringBuilder("INSERT DATA {\n");
    NTriples.byGraph(quads)
        .forEach(
            (graph, triples) ->
                update
                    .append("GRAPH ")
                    .append(NTriples.of(graph))
                    .append(" {\n")
                    .append(triples)
                    .append("}\n"));
    target.post(endpoint, "application/sparql-update", update.append("}\n").toString());
  }

  @Override
  public String destination() {
    return Destination.SPARQL_UPDATE + endpoint;
  }

  @Override
  public void close() {
    // the client holds nothing that needs closing
  }
}
