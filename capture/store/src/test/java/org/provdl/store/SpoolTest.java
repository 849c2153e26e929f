package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provdl.store.Quads.batch;
import static org.provdl.store.Quads.iri;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolTest {

  @TempDir private Path directory;
  private Spool spool;

  @BeforeEach
  void open() {
    spool = new Spool(directory.resolve("spool"));
  }

  @AfterEach
  void close() {
    spool.close();
    assertThat(directory.resolve("spool")).doesNotExist();
  }

  @Test
  void quadsComeInTheirOrderHoweverTheyAreTaken() {
    assertThat(spool.take(5)).isEmpty();
    List<Quad> taken = new ArrayList<>();
    List<Quad> recorded = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      List<Quad> batch = batch("run-" + i, 100 * i);
      recorded.addAll(batch);
      spool.record(batch);
      taken.addAll(spool.take(700));
      assertThat(spool.waiting()).isEqualTo(recorded.size() - taken.size());
    }
    taken.addAll(spool.take(Integer.MAX_VALUE));

    assertThat(taken).isEqualTo(recorded);
    assertThat(spool.waiting()).isZero();
  }

  /** What is in a copy already must not be added in another form, and no type may change. */
  @Test
  void termsComeBackAsTheDatabaseGivesThemBack() {
    List<Quad> odd = odd().map(node -> Quad.create(iri("g"), iri("s"), iri("p"), node)).toList();
    List<Quad> all = new ArrayList<>(odd);
    all.add(
        Quad.create(iri("odd g\u00e9\ud83d\ude00"), iri("a b<>\"{}|^`\\"), iri(""), iri("\ud800")));
    spool.record(Batch.of(all).quads());
    List<Quad> taken = spool.take(all.size());
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory.resolve("store"))) {
      store.append(all);
      store.compact();
      List<Quad> before = rows(store);
      store.append(taken);

      assertThat(rows(store)).containsExactlyInAnyOrderElementsOf(before);
    }
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory.resolve("other"))) {
      store.append(taken);
      try (ProvenanceStore same = ProvenanceStore.open(directory.resolve("store"))) {
        assertThat(Quads.contents(store)).isEqualTo(Quads.contents(same));
      }
    }
  }

  @Test
  void aFailureIsToldToWhoTakes() throws Exception {
    spool.record(batch("run", 10));
    Quad broken =
        Quads.accident(
            "run",
            Integer.MAX_VALUE,
            () -> {
              throw new IllegalStateException("no room");
            });
    Thread writer =
        new Thread(() -> spool.record(List.of(broken)), "provdl-store-writer of this test");
    writer.start();
    writer.join();
    spool.record(batch("later", 10));

    assertThatThrownBy(() -> spool.take(1))
        .isInstanceOf(StoreException.class)
        .hasRootCauseMessage("no room");
  }

  private static Stream<Node> odd() {
    Stream<Node> typed =
        Stream.of("0", "01", "-0", "NaN", "INF", "1e300", "1.50", "x", "9007199254740993", " 7 ")
            .flatMap(
                form ->
                    Stream.of(
                            XSDDatatype.XSDinteger,
                            XSDDatatype.XSDint,
                            XSDDatatype.XSDlong,
                            XSDDatatype.XSDunsignedLong,
                            XSDDatatype.XSDdouble,
                            XSDDatatype.XSDfloat,
                            XSDDatatype.XSDdecimal,
                            XSDDatatype.XSDboolean,
                            XSDDatatype.XSDdateTime)
                        .map(type -> NodeFactory.createLiteralDT(form, type)));
    Stream<Node> others =
        Stream.of(
            NodeFactory.createLiteralDT(Long.toString(Long.MAX_VALUE), XSDDatatype.XSDlong),
            NodeFactory.createLiteralDT(
                "123456789012345678901234567890.10", XSDDatatype.XSDdecimal),
            NodeFactory.createLiteralDT("2026-02-30T24:00:00.123456789Z", XSDDatatype.XSDdateTime),
            NodeFactory.createLiteralDT("2026-02-28T24:00:00+14:00", XSDDatatype.XSDdateTime),
            NodeFactory.createLiteralDT("", TypeMapper.getInstance().getSafeTypeByName("x:t y")),
            NodeFactory.createLiteralLang("chat", "fr"),
            NodeFactory.createLiteralLang("chat", "EN-gb"),
            NodeFactory.createLiteralDirLang("chat", "he", "rtl"),
            NodeFactory.createLiteralString(""),
            NodeFactory.createLiteralString("\0\n\ufffe\ud800 \udc00\ud83d\ude00"),
            NodeFactory.createLiteralString("long ".repeat(1_000_000)));
    return Stream.concat(typed, others);
  }

  private static List<Quad> rows(ProvenanceStore store) {
    return store.read(
        dataset -> {
          List<Quad> rows = new ArrayList<>();
          dataset.find().forEachRemaining(rows::add);
          return rows;
        });
  }
}
