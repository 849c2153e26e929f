package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.store.Quads.iri;
import static org.provdl.store.Quads.rows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTableWrapper;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PathGraphTest {

  private static final int PROPERTIES = 6;
  private static final Node ANY = Node.ANY;

  private final DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
  private final DatasetGraphTDB stored = TDBInternal.getDatasetGraphTDB(dataset);
  private int lookups;
  private int quads;

  @BeforeEach
  void begin() {
    dataset.begin(ReadWrite.WRITE);
  }

  @AfterEach
  void end() {
    dataset.abort();
    dataset.end();
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
  void whatIsNotInTheStoreLeadsNowhere(@TempDir Path directory) {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory)) {
      store.append(quads(new Random(7)));
      String path = "VALUES ?from { :n1 :nowhere 'text 1' 7 } ?from (:p0|:p1|:p2|:p3|:none)+ ?to";
      String query = "PREFIX : <https://example.org/> SELECT DISTINCT ?from { GRAPH %s { %s } }";
      Map<String, Long> leading =
          store.read(found -> rows(found, query.formatted("<urn:x-arq:UnionGraph>", path)));
      assertThat(leading).containsOnlyKeys("https://example.org/n1");
      Map<String, Long> elsewhere =
          store.read(found -> rows(found, query.formatted(":none", path)));
      assertThat(elsewhere).isEmpty();
    }
  }

  @Test
  void whatIsSaidOfAThingIsReadOnceForAllPropertiesOfAPath() {
    say("run", "a", 3);
    say("run", "b", 3);
    Graph graph = expectingMany(Quad.unionGraph);
    lookups = 0;

    assertThat(askAll(graph, "b")).isEqualTo(3);

    assertThat(lookups).isOne();
  }

  @Test
  void ofAPathOfFewPropertiesEachIsLookedUp() {
    say("run", "a", 3);
    say("run", "b", 3);
    Graph graph = counting(Quad.unionGraph);
    for (String thing : List.of("a", "b", "a")) {
      assertThat(graph.find(iri(thing), iri("p0"), ANY).toList()).hasSize(1);
      assertThat(graph.find(iri(thing), iri("p1"), ANY).toList()).hasSize(1);
    }

    assertThat(lookups).isEqualTo(6);
    assertThat(quads).isZero();
  }

  @Test
  void notAllIsReadOfWhatManyRunsSpeakOf() {
    IntStream.range(0, 1_000).forEach(run -> say("run" + run, "person", 1));
    say("run", "a", 3);
    Graph graph = expectingMany(Quad.unionGraph);
    quads = 0;

    assertThat(graph.find(iri("person"), iri("p5"), ANY).toList()).isEmpty();
    assertThat(quads).isBetween(1, 100);
    assertThat(graph.find(iri("person"), iri("p0"), ANY).toList()).hasSize(1);
  }

  @Test
  void aStatementOfSeveralRunsIsOne() {
    say("run1", "b", 2);
    say("run2", "b", 2);
    Graph graph = expectingMany(Quad.unionGraph);

    assertThat(askAll(graph, "b")).isEqualTo(2);
  }

  @Test
  void aNamedGraphStaysByItself() {
    say("run1", "b", 2);
    say("run2", "b", 5);
    Graph graph = expectingMany(iri("run1"));

    assertThat(askAll(graph, "b")).isEqualTo(2);
  }

  @Test
  void anyOtherGraphIsLeftAsItIs() {
    Graph own = GraphFactory.createDefaultGraph();
    Graph unnamed = stored.getDefaultGraph();

    assertThat(PathGraph.of(ExecutionContext.create(dataset, own))).isSameAs(own);
    assertThat(PathGraph.of(ExecutionContext.create(dataset, unnamed))).isSameAs(unnamed);
    assertThat(PathGraph.of(ExecutionContext.create(dataset, stored.getUnionGraph())))
        .isInstanceOf(PathGraph.class);
  }

  /** A graph that counts the look-ups, and the quads that are read at once. */
  private Graph counting(Node name) {
    GraphTDB graph = stored.getGraphTDB(name);
    Graph plain =
        new WrappedGraph(graph) {
          @Override
          public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            lookups++;
            return super.find(subject, predicate, object);
          }
        };
    NodeTupleTable table =
        new NodeTupleTableWrapper(graph.getNodeTupleTable()) {
          @Override
          public Iterator<Tuple<NodeId>> find(NodeId... ids) {
            lookups++;
            return Iter.map(
                super.find(ids),
                quad -> {
                  quads++;
                  return quad;
                });
          }
        };
    return new PathGraph(plain, table, name);
  }

  /** A graph that was asked for many properties of the thing before. */
  private Graph expectingMany(Node name) {
    Graph graph = counting(name);
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
}
