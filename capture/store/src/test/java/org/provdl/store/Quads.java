package org.provdl.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

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

  /** A quad that has an accident when it is written, the first so many times. */
  static Quad accident(String name, int times, Runnable accident) {
    AtomicInteger left = new AtomicInteger(times);
    BaseDatatype fragile =
        new BaseDatatype("https://example.org/fragile") {
          @Override
          public String getURI() {
            if (Thread.currentThread().getName().startsWith("provdl-store-writer")
                && left.getAndDecrement() > 0) {
              accident.run();
            }
            return super.getURI();
          }
        };
    return Quad.create(
        iri(name), iri("s"), PREDICATE, NodeFactory.createLiteralDT("value", fragile));
  }

  /** All that a store has. */
  static Set<Quad> contents(ProvenanceStore store) {
    return store.read(
        dataset -> {
          Set<Quad> contents = new HashSet<>();
          dataset.find().forEachRemaining(contents::add);
          return contents;
        });
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

  /** The rows of an answer, and how often each is there. */
  static Map<String, Long> rows(DatasetGraph dataset, String query) {
    Map<String, Long> rows = new HashMap<>();
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      RowSet found = execution.select();
      found.forEachRemaining(
          row ->
              rows.merge(
                  found.getResultVars().stream()
                      .map(name -> String.valueOf(row.get(name)))
                      .collect(Collectors.joining(" ")),
                  1L,
                  Long::sum));
    }
    return rows;
  }
}
