package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provdl.store.Quads.PREDICATE;
import static org.provdl.store.Quads.ask;
import static org.provdl.store.Quads.batch;
import static org.provdl.store.Quads.count;
import static org.provdl.store.Quads.iri;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ProvenanceStoreTest {

  private static final Node LITERAL = NodeFactory.createLiteralString("text");
  private static final Node BLANK = NodeFactory.createBlankNode();

  private ProvenanceStore store;

  @BeforeEach
  void open(@TempDir Path directory) {
    store = ProvenanceStore.openOrCreate(directory);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsAppendedIsThereAfterOpeningAgain() {
    store.append(batch("run", 10));
    store.close();
    store = ProvenanceStore.open(store.directory());

    assertThat(store.<List<Quad>>read(dataset -> list(dataset.find())))
        .containsExactlyInAnyOrderElementsOf(batch("run", 10));
  }

  @Test
  void anEmptyBatchIsFine() {
    store.append(List.of());

    assertThat(count(store)).isZero();
  }

  @Test
  void appendingAgainChangesNothing() {
    store.append(batch("run", 10));
    store.append(batch("run", 10));

    assertThat(count(store)).isEqualTo(10);
  }

  @Test
  void unicodeAndNotANumberSurvive() {
    Node nan = NodeFactory.createLiteralDT("NaN", XSDDatatype.XSDdouble);
    List<Quad> quads =
        List.of(
            Quad.create(
                iri("läufe/🏃"), iri("s"), PREDICATE, NodeFactory.createLiteralString("学習 🧠")),
            Quad.create(iri("läufe/🏃"), iri("s"), PREDICATE, nan));
    store.append(quads);

    assertThat(store.<List<Quad>>read(dataset -> list(dataset.find())))
        .containsExactlyInAnyOrderElementsOf(quads);
  }

  @Test
  void theLargestAndTheSmallestNumbersSurvive() {
    List<Quad> quads =
        Stream.of(
                number("9223372036854775807", XSDDatatype.XSDinteger),
                number("-9223372036854775808", XSDDatatype.XSDinteger),
                number("9223372036854775807", XSDDatatype.XSDunsignedLong),
                number("1000000000000000000000000000000.0", XSDDatatype.XSDdecimal),
                number("no number", XSDDatatype.XSDinteger))
            .map(number -> Quad.create(iri("run"), iri("s"), PREDICATE, number))
            .toList();
    store.append(quads);

    assertThat(store.<List<Quad>>read(dataset -> list(dataset.find())))
        .containsExactlyInAnyOrderElementsOf(quads);
  }

  private static Node number(String lexical, XSDDatatype type) {
    return NodeFactory.createLiteralDT(lexical, type);
  }

  @Test
  void theDefaultGraphOfQueriesIsTheUnionAndNamedGraphsStayApart() {
    store.append(batch("first", 3));
    store.append(batch("second", 4));

    assertThat(count(store)).isEqualTo(7);
    assertThat(
            store.<Integer>read(
                dataset ->
                    ask(
                        dataset,
                        "SELECT (count(*) AS ?n) { GRAPH <https://example.org/second> { ?s ?p ?o } }")))
        .isEqualTo(4);
    store.compact();
    assertThat(count(store)).isEqualTo(7);
  }

  @Test
  void aPropertyPathCrossesRunsToADepthOf20000() {
    int depth = 20_000;
    store.append(
        IntStream.range(0, depth)
            .mapToObj(
                i -> Quad.create(iri("run-" + i % 3), iri("" + i), PREDICATE, iri("" + (i + 1))))
            .toList());

    assertThat(
            store.<Integer>read(
                dataset ->
                    ask(
                        dataset,
                        "SELECT (count(*) AS ?n) { <https://example.org/0> <https://example.org/predicate>+ ?o }")))
        .isEqualTo(depth);
  }

  @Test
  void aQueryCannotCallOtherServers() {
    store.append(batch("run", 1));

    assertThatThrownBy(
            () ->
                store.<Integer>read(
                    dataset ->
                        ask(
                            dataset,
                            "SELECT (count(*) AS ?n) { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("SERVICE");
  }

  static Stream<Quad> quadsThatCannotBeStored() {
    Node graph = iri("run");
    Node subject = iri("s");
    return Stream.of(
        Quad.create(graph, BLANK, PREDICATE, LITERAL),
        Quad.create(graph, subject, PREDICATE, BLANK),
        Quad.create(BLANK, subject, PREDICATE, LITERAL),
        Quad.create(Quad.defaultGraphIRI, subject, PREDICATE, LITERAL),
        Quad.create(Quad.defaultGraphNodeGenerated, subject, PREDICATE, LITERAL),
        Quad.create(Quad.unionGraph, subject, PREDICATE, LITERAL),
        Quad.create(LITERAL, subject, PREDICATE, LITERAL),
        Quad.create(graph, LITERAL, PREDICATE, LITERAL),
        Quad.create(graph, subject, LITERAL, LITERAL),
        Quad.create(graph, subject, PREDICATE, Node.ANY),
        Quad.create(
            graph, subject, PREDICATE, number("9223372036854775808", XSDDatatype.XSDinteger)),
        Quad.create(
            graph, subject, PREDICATE, number("-9223372036854775809", XSDDatatype.XSDinteger)),
        Quad.create(
            graph, subject, PREDICATE, number("18446744073709551615", XSDDatatype.XSDunsignedLong)),
        Quad.create(
            graph, subject, PREDICATE, NodeFactory.createTripleTerm(subject, PREDICATE, BLANK)));
  }

  @ParameterizedTest
  @MethodSource("quadsThatCannotBeStored")
  void aBatchWithAQuadThatCannotBeStoredIsRefusedWhole(Quad quad) {
    List<Quad> quads = new ArrayList<>(batch("run", 10));
    quads.add(quad);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.append(quads))
        .withMessageStartingWith("Cannot store the quad");
    assertThat(count(store)).isZero();
  }

  @Test
  void aReadInsideAReadSeesTheSame() {
    store.append(batch("run", 5));

    assertThat(store.<Integer>read(dataset -> store.<Integer>read(Quads::count))).isEqualTo(5);
  }

  @Test
  void writingInsideAReadIsRefused() {
    assertThatIllegalStateException().isThrownBy(() -> inRead(() -> store.append(batch("run", 1))));
    assertThatIllegalStateException().isThrownBy(() -> inRead(store::compact));
    assertThatIllegalStateException().isThrownBy(() -> inRead(store::close));
    assertThat(count(store)).isZero();
  }

  @Test
  void aQuestionCannotWriteBehindTheStoresBack() {
    assertThatThrownBy(() -> store.read(dataset -> add(dataset)))
        .isInstanceOf(RuntimeException.class);
    store.append(batch("run", 2));

    assertThat(count(store)).isEqualTo(2);
  }

  @Test
  void whatAQuestionThrowsIsPassedOn() {
    IllegalArgumentException failure = new IllegalArgumentException("no answer");

    assertThatThrownBy(
            () ->
                store.read(
                    dataset -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(count(store)).isZero();
  }

  @Test
  void compactionKeepsEverything() {
    IntStream.range(0, 20).forEach(i -> store.append(batch("run-" + i, 5)));
    store.compact();
    store.append(batch("later", 5));

    assertThat(count(store)).isEqualTo(105);
  }

  @Test
  void aClosedStoreSaysSo() {
    store.close();
    store.close();

    assertThatThrownBy(() -> store.append(batch("run", 1)))
        .isInstanceOf(StoreException.class)
        .hasMessage("The store is closed. Open it again.");
    assertThatThrownBy(() -> count(store))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is closed");
    assertThatThrownBy(store::compact)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is closed");
  }

  private void inRead(Runnable action) {
    store.<Boolean>read(
        dataset -> {
          action.run();
          return true;
        });
  }

  private static boolean add(DatasetGraph dataset) {
    dataset.add(batch("run", 1).get(0));
    return true;
  }

  private static List<Quad> list(Iterator<Quad> quads) {
    List<Quad> list = new ArrayList<>();
    quads.forEachRemaining(list::add);
    return list;
  }
}
