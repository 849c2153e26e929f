package org.provdl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.store.ProvenanceStore;

/**
 * The graphs of a store, where it is or served.
 *
 * @param endpoint answers questions about them
 * @param graphs fetches one by its name; empty where there is none
 */
record StoredGraphs(SparqlEndpoint endpoint, Function<Node, Graph> graphs) {

  /** What somebody does with them. */
  @FunctionalInterface
  interface Work {
    int with(StoredGraphs graphs) throws IOException;
  }

  /** Works with the graphs of a store or server. */
  static int of(SubjectOption subject, PrintWriter messages, Work work) throws IOException {
    if (subject.server != null) {
      Service service = new Service(subject.server);
      return work.with(
          new StoredGraphs(
              Token.endpoint(service.endpoint("query")), new ServedGraphs(service)::fetch));
    }
    try (ProvenanceStore store = Stores.open(Stores.directory(subject.store), messages)) {
      return work.with(new StoredGraphs(SparqlEndpoint.of(store::read), name -> copy(store, name)));
    }
  }

  /** Whoever works with a graph takes longer than a store should be read. */
  private static Graph copy(ProvenanceStore store, Node name) {
    return store.read(
        dataset -> {
          Graph copy = GraphFactory.createDefaultGraph();
          dataset.getGraph(name).find().forEachRemaining(copy::add);
          return copy;
        });
  }
}
