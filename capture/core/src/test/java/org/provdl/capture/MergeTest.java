package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.store.ProvenanceStore;
import org.provdl.store.StoreException;

/** The runs of many stores come together in one. */
@Timeout(60)
class MergeTest {

  @TempDir private Path directory;
  private ProvenanceStore source;
  private ProvenanceStore target;

  @BeforeEach
  void open() {
    source = ProvenanceStore.openOrCreate(directory.resolve("source"));
    target = ProvenanceStore.openOrCreate(directory.resolve("target"));
  }

  @AfterEach
  void close() {
    source.close();
    target.close();
  }

  @Test
  void allRunsArriveOnceHoweverOftenTheyAreMerged() {
    DatasetGraph expected = DatasetGraphFactory.create();
    Trainings.inPeace(3, 20).stream().forEach(expected::add);
    source.append(expected.stream().toList());
    for (int i = 0; i < 2; i++) {
      Merge.Report report = Merge.of(source, QuadSink.store(target));

      assertThat(report).isEqualTo(new Merge.Report(3, expected.stream().count()));
      assertThat(report).hasToString("3 runs, " + expected.stream().count() + " quads");
      assertThat(IsoMatcher.isomorphic(expected, content(target))).isTrue();
    }
  }

  @Test
  void whatTwoStoresShareIsThereOnceForEachRun() {
    Node artifact = uri("artifact/sha256-00");
    List<Quad> first = List.of(quad("run/1", artifact), quad("run/shared", uri("a")));
    List<Quad> second = List.of(quad("run/2", artifact), quad("run/shared", uri("b")));
    source.append(first);
    target.append(second);
    try (ProvenanceStore all = ProvenanceStore.openOrCreate(directory.resolve("all"))) {
      assertThat(Merge.of(source, QuadSink.store(all)).runs()).isEqualTo(2);
      assertThat(Merge.of(target, QuadSink.store(all)).runs()).isEqualTo(2);

      List<Quad> both = new ArrayList<>(first);
      both.addAll(second);
      assertThat(IsoMatcher.isomorphic(dataset(both), content(all))).isTrue();
    }
  }

  @Test
  void awkwardTermsArriveAsTheyWere() {
    List<Quad> quads =
        List.of(
            quad("r\u00fcn/\u5b66\u7fd2", literal("\"'\\ \n\r\t } GRAPH <x> { \ud83d\ude00")),
            quad("run", NodeFactory.createLiteralDT("NaN", XSDDatatype.XSDdouble)),
            quad("run", NodeFactory.createLiteralDT("-INF", XSDDatatype.XSDdouble)),
            quad("run", NodeFactory.createLiteralLang("Ziffer", "de")),
            quad("run", literal("")),
            quad("run", literal("x".repeat(1_000_000))));
    source.append(quads);
    Merge.of(source, QuadSink.store(target));

    assertThat(IsoMatcher.isomorphic(dataset(quads), content(target))).isTrue();
  }

  @Test
  void aRunOfAnySizeComesInBatchesOfBoundedSize() {
    int size = 2 * QuadBatch.MAX_QUADS + 1;
    List<Quad> quads =
        IntStream.range(0, size).mapToObj(i -> quad("run", literal("value " + i))).toList();
    source.append(quads);
    Recorder recorder = new Recorder();
    Merge.of(source, recorder);

    assertThat(recorder.batches)
        .extracting(List::size)
        .containsExactly(QuadBatch.MAX_QUADS, QuadBatch.MAX_QUADS, 1);
    Set<Quad> arrived = new HashSet<>();
    recorder.batches.forEach(arrived::addAll);
    assertThat(arrived.equals(Set.copyOf(quads))).isTrue();
  }

  @Test
  void longLiteralsMakeSmallerBatches() {
    int length = (int) QuadBatch.MAX_BYTES / 8;
    for (int i = 0; i < 5; i++) {
      source.append(List.of(quad("run/" + i, literal(i + "\u00fc".repeat(length)))));
    }
    Recorder recorder = new Recorder();
    Merge.of(source, recorder);

    assertThat(recorder.batches).extracting(List::size).containsExactly(4, 1);
  }

  @Test
  void anEmptyStoreAddsNothing() {
    Recorder recorder = new Recorder();

    assertThat(Merge.of(source, recorder)).hasToString("0 runs, 0 quads");
    assertThat(recorder.batches).isEmpty();
  }

  @Test
  void aStoreIsNotMergedIntoItself() {
    assertThatThrownBy(() -> Merge.of(source, QuadSink.store(source)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be merged into itself");
  }

  @Test
  void aStoreThatIsClosedIsAnError() {
    source.close();

    assertThatThrownBy(() -> Merge.of(source, new Recorder())).isInstanceOf(StoreException.class);
  }

  @Test
  void aTargetThatFailsSaysSoInOneLine() {
    source.append(List.of(quad("run", uri("a"))));
    target.close();

    assertThatThrownBy(() -> Merge.of(source, QuadSink.store(target)))
        .isInstanceOf(MergeException.class)
        .hasMessageContainingAll("target failed", "The store is closed", "Merge again")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aTargetThatAsksForAPauseGetsItAndThenAll() {
    source.append(List.of(quad("run", uri("a"))));
    Recorder recorder = new Recorder();
    recorder.busy = 3;

    assertThat(Merge.of(source, recorder).quads()).isEqualTo(1);
    assertThat(recorder.busy).isZero();
    assertThat(recorder.batches).hasSize(1);
  }

  @Test
  void aTargetThatAsksForAPauseForEverFails() {
    source.append(List.of(quad("run", uri("a"))));
    Recorder recorder = new Recorder();
    recorder.busy = Integer.MAX_VALUE;

    assertThatThrownBy(() -> Merge.of(source, recorder))
        .isInstanceOf(MergeException.class)
        .hasMessageContaining("busy");
  }

  /** Keeps the batches, after it was busy for some times. */
  private static final class Recorder implements QuadSink {

    private final List<List<Quad>> batches = new ArrayList<>();
    private int busy;

    @Override
    public void write(List<Quad> quads) {
      if (busy > 0) {
        busy--;
        throw SinkException.unavailable("busy", Duration.ofMillis(1));
      }
      batches.add(quads);
    }

    @Override
    public String destination() {
      return "recorder:";
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  private static DatasetGraph content(ProvenanceStore store) {
    DatasetGraph copy = DatasetGraphFactory.create();
    store.read(
        dataset -> {
          dataset.find().forEachRemaining(copy::add);
          return null;
        });
    return copy;
  }

  private static DatasetGraph dataset(List<Quad> quads) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    quads.forEach(dataset::add);
    return dataset;
  }

  private static Quad quad(String run, Node object) {
    return new Quad(uri(run), uri("subject"), uri("predicate"), object);
  }

  private static Node literal(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static Node uri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }
}
