package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows as records, all at once and one by one. */
class ResultRecordsTest {
  private static final SparqlEndpoint FAILED = SparqlEndpoint.local(Runs.of("failed-and-running"));

  record Listed(String run, String name, Instant started, @Nullable Double seconds, int epochs) {}

  record Unknown(String color) {}

  record Primitive(double seconds) {}

  record WrongType(List<String> run) {}

  record NoNumber(long name) {}

  record Answer(boolean answer, Node copy) {}

  @Test
  void componentsAreReadFromTheColumnsOfTheirNames() {
    assertThat(Runs.query("list-runs").with("limit", "1").on(FAILED, Listed.class))
        .containsExactly(
            new Listed(
                Runs.BASE + "run/running",
                "Ziffern „数字“ \"🧠\"",
                Instant.parse("2026-01-07T10:00:00Z"),
                null,
                0));
  }

  @Test
  void everyTypeOfAComponentIsRead() {
    Node yes = NodeFactory.createLiteralByValue(true);
    ResultTable table =
        new ResultTable(List.of("answer", "copy"), List.of(Map.of("answer", yes, "copy", yes)));
    assertThat(table.as(Answer.class)).containsExactly(new Answer(true, yes));
  }

  @Test
  void aRecordThatDoesNotFitIsRefusedWithTheReason() {
    ResultTable table = Runs.query("list-runs").on(FAILED);
    assertThatThrownBy(() -> table.as(Unknown.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("There is no column for the component 'color'")
        .hasMessageContaining("there are run, name, ");
    assertThatThrownBy(() -> table.as(Primitive.class))
        .hasMessageContaining("The column 'seconds' is empty in a row");
    assertThatThrownBy(() -> table.as(WrongType.class))
        .hasMessageContaining("The component 'run' of")
        .hasMessageContaining("has a type that no term can be read as");
    assertThatThrownBy(() -> table.as(NoNumber.class))
        .hasMessageContaining("The column 'name' holds")
        .hasMessageContaining("which is no long");
  }

  @Test
  void manyRowsAreReadOneByOne() {
    record Thing(String thing) {}
    int many = 100_000;
    DatasetGraph dataset = Runs.none();
    dataset.executeWrite(
        () -> {
          for (int i = 0; i < many; i++) {
            dataset.add(
                NodeFactory.createURI("urn:x:g"),
                NodeFactory.createURI("urn:x:" + i),
                RDFS.label.asNode(),
                NodeFactory.createLiteralByValue(i));
          }
        });
    CannedQuery query =
        Runs.file(
            "things",
            """
            #+ title: Things
            #+ question: Which things are there?
            #+ columns:
            #+   thing: the thing
            SELECT ?thing WHERE { ?thing ?property ?value }
            """);
    List<String> first = new ArrayList<>();
    long[] count = new long[1];
    BoundQuery all = query.with(Map.of());
    all.read(
        SparqlEndpoint.local(dataset),
        Thing.class,
        things -> count[0] = things.peek(thing -> first.add(thing.thing())).limit(10).count());
    assertThat(count[0]).isEqualTo(10);
    assertThat(first).hasSize(10);
    all.read(SparqlEndpoint.local(dataset), Thing.class, things -> count[0] = things.count());
    assertThat(count[0]).isEqualTo(many);
  }

  @Test
  void aStoreIsAskedWhereverItReads() {
    DatasetGraph dataset = Runs.training();
    Thread[] readBy = new Thread[1];
    SparqlEndpoint.Reading store =
        new SparqlEndpoint.Reading() {
          @Override
          public <T extends @Nullable Object> T read(
              java.util.function.Function<? super DatasetGraph, ? extends T> question) {
            readBy[0] = Thread.currentThread();
            return question.apply(dataset);
          }
        };
    assertThat(Runs.query("list-runs").on(SparqlEndpoint.of(store)).rows()).hasSize(1);
    assertThat(readBy[0]).isNotNull();
  }
}
