package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provdl.vocabulary.PROV;

class LocalEndpointTest {

  static List<CannedQuery> queries() {
    return List.copyOf(Catalogue.standard().queries());
  }

  @ParameterizedTest
  @MethodSource("queries")
  void anEmptyStoreAnswersEveryQueryWithItsColumnsAndNoRowsOrNo(CannedQuery query) {
    ResultTable table =
        SparqlEndpoint.local(Runs.none()).select(query.with(query.example()).toQuery());
    assertThat(table.columns()).isEqualTo(query.columns().stream().map(Column::name).toList());
    assertThat(table).isEqualTo(query.isAsk() ? ResultTable.of(false) : noRows(query));
  }

  private static ResultTable noRows(CannedQuery query) {
    return new ResultTable(query.columns().stream().map(Column::name).toList(), List.of());
  }

  @ParameterizedTest
  @MethodSource("queries")
  void tdb2AnswersEveryQueryAsADatasetInMemoryDoes(CannedQuery query) {
    DatasetGraph inMemory = Runs.documented();
    DatasetGraph tdb2 = DatabaseMgr.createDatasetGraph();
    tdb2.executeWrite(
        () -> inMemory.executeRead(() -> inMemory.find().forEachRemaining(tdb2::add)));

    BoundQuery question = query.with(query.example());
    ResultTable expected = question.on(SparqlEndpoint.local(inMemory));
    ResultTable actual = question.on(SparqlEndpoint.local(tdb2));

    assertThat(expected.rows()).isNotEmpty();
    assertThat(shown(actual)).isEqualTo(shown(expected));
  }

  @Test
  void aReadTransactionThatIsOpenIsUsedAndStaysOpen() {
    DatasetGraph dataset = Runs.training();
    dataset.begin(TxnType.READ);
    try {
      assertThat(Runs.query("list-runs").on(SparqlEndpoint.local(dataset)).rows()).hasSize(1);
      assertThat(dataset.isInTransaction()).isTrue();
    } finally {
      dataset.end();
    }
  }

  @Test
  void manyThreadsMayAskTheSameQuery() throws Exception {
    SparqlEndpoint endpoint = SparqlEndpoint.local(Runs.training());
    BoundQuery query = Runs.query("lineage").with("entity", Runs.ADA + "#model-5e884898da280471");
    ResultTable expected = query.on(endpoint);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<ResultTable>> questions = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        questions.add(() -> query.on(endpoint));
      }
      for (Future<ResultTable> answer : threads.invokeAll(questions)) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aQueryThatTakesTooLongIsGivenUp() {
    SparqlEndpoint endpoint = SparqlEndpoint.local(Runs.training(), Duration.ofMillis(50));
    String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    assertThatThrownBy(() -> endpoint.select(QueryFactory.create(endless)))
        .isInstanceOf(SparqlEndpointException.class)
        .hasMessage("The query took longer than 50 ms; ask for less or allow more time");
  }

  @Test
  void aLineageThatIsTooDeepSaysWhatToDo() {
    DatasetGraph dataset = Runs.none();
    dataset.executeWrite(
        () -> {
          for (int i = 0; i < 200_000; i++) {
            dataset.add(
                NodeFactory.createURI(Runs.BASE + "run/deep"),
                NodeFactory.createURI(Runs.BASE + "run/deep#" + (i + 1)),
                PROV.wasDerivedFrom.asNode(),
                NodeFactory.createURI(Runs.BASE + "run/deep#" + i));
          }
        });
    BoundQuery query = Runs.query("lineage").with("entity", "deep#200000");
    assertThatThrownBy(() -> query.on(SparqlEndpoint.local(dataset)))
        .isInstanceOf(SparqlEndpointException.class)
        .hasMessageContaining("start Java with -Xss64m or more");
    assertThat(
            Runs.query("lineage")
                .with("entity", Runs.ADA + "#training")
                .on(SparqlEndpoint.local(Runs.training()))
                .rows())
        .isNotEmpty();
  }

  @Test
  void theQueryOfTheCallerIsLeftAsItIs() {
    var query = QueryFactory.create("SELECT ?s { ?s ?p ?o }");
    SparqlEndpoint.local(Runs.training()).select(query);
    assertThat(query).isEqualTo(QueryFactory.create("SELECT ?s { ?s ?p ?o }"));
  }

  /**
   * What a person sees: TDB2 stores values, so that the digits of a number may be written in
   * another way.
   */
  private static List<List<String>> shown(ResultTable table) {
    return table.rows().stream()
        .map(
            row ->
                table.columns().stream()
                    .map(column -> row.containsKey(column) ? CellText.of(row.get(column)) : "")
                    .toList())
        .toList();
  }
}
