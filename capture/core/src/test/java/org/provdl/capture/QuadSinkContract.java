package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;

/** What every sink must do. */
abstract class QuadSinkContract {

  /** A sink into a target that is empty at the start of each test. */
  abstract QuadSink open() throws Exception;

  /** What the target holds; the sink is closed by then. */
  abstract DatasetGraph content() throws Exception;

  @Test
  void aWholeTrainingArrives() throws Exception {
    DatasetGraph expected = DatasetGraphFactory.createTxnMem();
    tellTo(QuadSink.memory(expected));
    tellTo(open());
    assertThat(IsoMatcher.isomorphic(expected, content())).isTrue();
    assertThat(expected.isEmpty()).isFalse();
  }

  @Test
  void aBatchWrittenTwiceIsThereOnce() throws Exception {
    List<Quad> batch =
        List.of(quad("a", NodeFactory.createLiteralString("once")), quad("b", uri("c")));
    try (QuadSink sink = open()) {
      sink.write(batch);
      sink.write(batch);
    }
    assertContent(batch);
  }

  @Test
  void closingAgainDoesNothing() throws Exception {
    QuadSink sink = open();
    sink.close();
    sink.close();
    assertThat(content().isEmpty()).isTrue();
  }

  @Test
  void batchesOfSeveralGraphsAddUp() throws Exception {
    List<Quad> first = List.of(quad("run/1", uri("x")), quad("run/2", uri("y")));
    List<Quad> second = List.of(quad("run/2", uri("z")));
    try (QuadSink sink = open()) {
      sink.write(first);
      sink.write(second);
    }
    List<Quad> all = new ArrayList<>(first);
    all.addAll(second);
    assertContent(all);
  }

  @Test
  void awkwardTermsArriveAsTheyWere() throws Exception {
    List<Quad> batch =
        List.of(
            quad("g", NodeFactory.createLiteralDT("NaN", XSDDatatype.XSDdouble)),
            quad("g", NodeFactory.createLiteralDT("-INF", XSDDatatype.XSDdouble)),
            quad(
                "g",
                NodeFactory.createLiteralString("\"'\\ \n\r\t } GRAPH <x> { \ud83d\ude00 \u00e9")),
            quad("g", NodeFactory.createLiteralString("")),
            quad("g", NodeFactory.createLiteralLang("Ziffer", "de")),
            quad("g", uri("hyperparameter/g\u00fcte%3E")));
    try (QuadSink sink = open()) {
      sink.write(batch);
    }
    assertContent(batch);
  }

  @Test
  void valuesArriveInTheFormThatTheyWereWrittenIn() throws Exception {
    Instant start = Instant.parse("2026-01-05T10:00:00Z");
    List<Quad> batch =
        Stream.of(
                Literals.of(start),
                Literals.of(start.plusMillis(570)),
                Literals.of(start.plusMillis(500)),
                Literals.of(start.plusMillis(1)),
                Literals.of(0.1),
                Literals.of(-0.0),
                Literals.of(100.0),
                Literals.of(1e300),
                Literals.of(Long.MAX_VALUE),
                Literals.of(Long.MIN_VALUE),
                Literals.of(7L),
                Literals.of(true),
                Literals.of(BigInteger.TEN.pow(30)),
                Literals.of(new BigDecimal("0.10")),
                Literals.of(new BigDecimal("100.00")),
                Literals.of(new BigDecimal("1E+3")),
                Literals.of(new BigDecimal("-0.001234567890123456789")))
            .map(value -> quad("g", value))
            .toList();
    try (QuadSink sink = open()) {
      sink.write(batch);
    }
    Set<Quad> arrived = content().stream().collect(Collectors.toSet());
    assertThat(arrived).containsExactlyInAnyOrderElementsOf(batch);
  }

  @Test
  void aLiteralOfAMillionCharactersArrives() throws Exception {
    List<Quad> batch = List.of(quad("g", NodeFactory.createLiteralString("x".repeat(1_000_000))));
    try (QuadSink sink = open()) {
      sink.write(batch);
    }
    assertContent(batch);
  }

  private void assertContent(List<Quad> quads) throws Exception {
    DatasetGraph expected = DatasetGraphFactory.create();
    quads.forEach(expected::add);
    assertThat(IsoMatcher.isomorphic(expected, content())).isTrue();
  }

  private static void tellTo(QuadSink sink) {
    try (Capture capture = Runs.capture(sink).open();
        TrainingRun run = Runs.start(capture)) {
      Runs.tellAll(run);
    }
  }

  private static Quad quad(String graph, Node object) {
    return new Quad(uri(graph), uri("subject"), uri("predicate"), object);
  }

  private static Node uri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }
}
