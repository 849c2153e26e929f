package org.provdl.store;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;

/** Quads and questions of the tests. */
final class Quads {

  static final Node PREDICATE = iri("predicate");

  private Quads() {}

  static Node iri(String name) {
    return NodeFactory.createURI("https://example.org/" + name);
  }

  static List<Quad> batch(String name, int size) {
    return IntStream.range(0, size)
        .mapToObj(
            index ->
                Quad.create(
                    iri(name),
                    iri(name + "#" + index),
                    PREDICATE,
                    NodeFactory.createLiteralString("value " + index + " of " + name)))
        .toList();
  }

  static int count(ProvenanceStore store) {
    return store.read(Quads::count);
  }

  static int count(DatasetGraph dataset) {
    return ask(dataset, "SELECT (count(*) AS ?n) { ?s ?p ?o }");
  }

  static int ask(DatasetGraph dataset, String query) {
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      return ((Number) execution.select().next().get("n").getLiteralValue()).intValue();
    }
  }
}
