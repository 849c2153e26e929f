package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.store.Quads.iri;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PathGraphTest {

  private static final int PROPERTIES = 6;
  private static final Node ANY = Node.ANY;

  private final Counted dataset = new Counted();

  /** Counts the look-ups, and the quads that they found. */
  private static final class Counted extends DatasetGraphWrapper {
    int lookups;
    int quads;

    Counted() {
      super(DatasetGraphFactory.createGeneral());
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
      return counted(super.find(graph, subject, predicate, object));
    }

    @Override
    public Iterator<Quad> findNG(Node graph, Node subject, Node predicate, Node object) {
      return counted(super.findNG(graph, subject, predicate, object));
    }

    private Iterator<Quad> counted(Iterator<Quad> found) {
      lookups++;
      return Iter.map(
          found,
          quad -> {
            quads++;
            return quad;
          });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(:p0|:p1|:p2|:p3|:p4|:p5)+",
        "(:p0|:p1|:p2|:p3|:p4|:p5)*",
        "(:p0|:p1|:p2|:p3|(:p4/:p5))+",
        "(:p0|^:p1|:p2|^:p3|:p4|:p5)+",
        "(:p0|:p1|:p2|:p3|!(:p4|:p5))+",
        "(:p0|:p1|:p2|:p3|:p4)/(:p5|:p1|:p2|:p3|:p4)",
        "(:p0|:p1)+",
        ":p0+"
      })
  void aPathLeadsToTheSameAsWithoutIt(String path, @TempDir Path directory) {
    List<Quad> quads = quads(new Random(7));
    DatasetGraph plain = DatasetGraphFactory.createTxnMem();
    quads.forEach(plain::add);
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory)) {
      store.append(quads);
      for (String graph : List.of("<urn:x-arq:UnionGraph>", ":g0", "?g")) {
        String query =
            "PREFIX : <https://example.org/> SELECT * { GRAPH %s { ?from %s ?to } }"
                .formatted(graph, path);
        Map<String, Long> rows = store.read(stored -> rows(stored, query));
        assertThat(rows).as(query).hasSizeGreaterThan(10).isEqualTo(rows(plain, query));
      }
      String query = "PREFIX : <https://example.org/> SELECT * { :n1 %s ?to }".formatted(path);
      assertThat(store.<Map<String, Long>>read(stored -> rows(stored, query)))
          .as(query)
          .isNotEmpty()
          .isEqualTo(
              rows(plain, query.replace("{ :n1", "{ GRAPH <urn:x-arq:UnionGraph> { :n1") + "}"));
    }
  }

  @Test
  void whatIsSaidOfAThingIsReadOnceForAllPropertiesOfAPath() {
    say("run", "a", 3);
    say("run", "b", 3);
    Graph graph = expectingMany(GraphView.createUnionGraph(dataset));
    dataset.lookups = 0;

    assertThat(askAll(graph, "b")).isEqualTo(3);

    assertThat(dataset.lookups).isOne();
  }

  @Test
  void ofAPathOfFewPropertiesEachIsLookedUp() {
    say("run", "a", 3);
    say("run", "b", 3);
    Graph graph = pathGraph(GraphView.createUnionGraph(dataset));
    for (String thing : List.of("a", "b", "a")) {
      assertThat(graph.find(iri(thing), iri("p0"), ANY).toList()).hasSize(1);
      assertThat(graph.find(iri(thing), iri("p1"), ANY).toList()).hasSize(1);
    }

    assertThat(dataset.quads).isEqualTo(6);
  }

  @Test
  void notAllIsReadOfWhatManyRunsSpeakOf() {
    IntStream.range(0, 1_000).forEach(run -> say("run" + run, "person", 1));
    say("run", "a", 3);
    Graph graph = expectingMany(GraphView.createUnionGraph(dataset));
    dataset.quads = 0;

    assertThat(graph.find(iri("person"), iri("p5"), ANY).toList()).isEmpty();
    assertThat(dataset.quads).isLessThan(100);
    assertThat(graph.find(iri("person"), iri("p0"), ANY).toList()).hasSize(1);
  }

  @Test
  void aStatementOfSeveralRunsIsOne() {
    say("run1", "b", 2);
    say("run2", "b", 2);
    Graph graph = expectingMany(GraphView.createUnionGraph(dataset));

    assertThat(askAll(graph, "b")).isEqualTo(2);
  }

  @Test
  void aNamedGraphStaysByItself() {
    say("run1", "b", 2);
    say("run2", "b", 5);
    Graph graph = expectingMany(GraphView.createNamedGraph(dataset, iri("run1")));

    assertThat(askAll(graph, "b")).isEqualTo(2);
  }

  @Test
  void anyOtherGraphIsLeftAsItIs() {
    Graph own = GraphFactory.createDefaultGraph();
    Graph unnamed = GraphView.createDefaultGraph(dataset);

    assertThat(pathGraph(own)).isSameAs(own);
    assertThat(pathGraph(unnamed)).isSameAs(unnamed);
  }

  private Graph pathGraph(Graph active) {
    return PathGraph.of(ExecutionContext.create(dataset, active));
  }

  /** A graph that was asked for many properties of the thing before. */
  private Graph expectingMany(Graph active) {
    Graph graph = pathGraph(active);
    askAll(graph, "a");
    return graph;
  }

  private void say(String graph, String thing, int properties) {
    IntStream.range(0, properties)
        .forEach(index -> dataset.add(iri(graph), iri(thing), iri("p" + index), iri("o" + index)));
  }

  private static int askAll(Graph graph, String thing) {
    return IntStream.range(0, PROPERTIES)
        .map(index -> graph.find(iri(thing), iri("p" + index), ANY).toList().size())
        .sum();
  }

  /** Things with few statements, hubs with many, in three graphs, and literals at the end. */
  private static List<Quad> quads(Random random) {
    List<Quad> quads = new ArrayList<>();
    for (int count = 0; count < 500; count++) {
      int from = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextInt(60);
      Node to =
          random.nextInt(5) == 0
              ? NodeFactory.createLiteralString("text " + random.nextInt(5))
              : iri("n" + random.nextInt(60));
      Node property = iri("p" + random.nextInt(PROPERTIES));
      for (int graph = 0; graph <= random.nextInt(3); graph++) {
        quads.add(Quad.create(iri("g" + graph), iri("n" + from), property, to));
      }
    }
    return quads;
  }

  private static Map<String, Long> rows(DatasetGraph dataset, String query) {
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
