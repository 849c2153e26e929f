package org.provdl.store;

import static org.apache.jena.tdb2.solver.OpExecutorTDB2.OpExecFactoryTDB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.store.Quads.iri;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RowOrderTest {

  private static final List<Node> VALUES =
      List.of(
          number("10"),
          number("9"),
          number("1e1"),
          number("-INF"),
          number("NaN"),
          number("no number"),
          NodeFactory.createLiteralDT("10", XSDDatatype.XSDinteger),
          NodeFactory.createLiteralDT("2026-11-28T00:00:00Z", XSDDatatype.XSDdateTime),
          NodeFactory.createLiteralString("10"),
          NodeFactory.createLiteralString("Ähre"),
          NodeFactory.createLiteralLang("Ähre", "de"),
          iri("thing"));

  private static ProvenanceStore store;

  @BeforeAll
  static void open(@TempDir Path directory) {
    store = ProvenanceStore.openOrCreate(directory);
    store.append(quads(new Random(3)));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?thing :p ?value } ORDER BY ?value ?thing",
        "SELECT * { ?thing :p ?value } ORDER BY DESC(?value) ?thing",
        "SELECT * { ?thing :p ?value OPTIONAL { ?thing :q ?other } } ORDER BY ?other ?thing ?value",
        "SELECT * { ?thing :p ?value OPTIONAL { ?thing :q ?other } } ORDER BY DESC(?other) ?thing",
        "SELECT * { ?thing :p ?value } ORDER BY (?value + 1) DESC(STR(?value)) ?thing",
        "SELECT * { ?thing :p ?value } ORDER BY ?none ?thing",
        "SELECT * { ?thing :p ?value } ORDER BY DESC(?value) ?thing LIMIT 7",
        "SELECT * { ?thing :p ?value } ORDER BY ?value ?thing OFFSET 3 LIMIT 100",
        "SELECT DISTINCT ?value { ?thing :p ?value } ORDER BY ?value LIMIT 5",
        "SELECT DISTINCT ?value { ?thing :p ?value } ORDER BY STR(?value) LIMIT 50",
        "SELECT ?value { ?thing :p ?value } ORDER BY ?value LIMIT 0"
      })
  void rowsComeInTheOrderOfArq(String question) {
    String query = "PREFIX : <https://example.org/> " + question;
    List<String> expected =
        store.read(
            stored -> rows(stored, query, context -> QC.setFactory(context, OpExecFactoryTDB)));

    assertThat(store.<List<String>>read(stored -> rows(stored, query, context -> {})))
        .isEqualTo(expected);
    assertThat(
            store.<List<String>>read(
                stored ->
                    rows(stored, query, context -> context.set(ARQ.spillToDiskThreshold, 10L))))
        .as("of rows that were put aside on the disk")
        .isEqualTo(expected);
  }

  @Test
  void aConditionIsEvaluatedOnceForEachRow() {
    AtomicInteger evaluated = new AtomicInteger();
    Var variable = Var.alloc("value");
    ExprFunction1 counting =
        new E_Str(new ExprVar(variable)) {
          @Override
          public NodeValue eval(NodeValue value) {
            evaluated.incrementAndGet();
            return super.eval(value);
          }
        };
    ExecutionContext execution = ExecutionContext.create(DatasetGraphFactory.empty());
    List<Binding> rows = new ArrayList<>();
    new Random(5)
        .ints(100)
        .forEach(
            value ->
                rows.add(
                    BindingFactory.binding(
                        variable,
                        NodeFactory.createLiteralByValue(value, XSDDatatype.XSDinteger))));

    QueryIterator sorted =
        RowOrder.sort(
            new OpOrder(OpTable.unit(), List.of(new SortCondition(counting, 1))),
            QueryIterPlainWrapper.create(rows.iterator(), execution),
            execution);
    List<Binding> found = new ArrayList<>();
    sorted.forEachRemaining(found::add);

    assertThat(found).containsExactlyInAnyOrderElementsOf(rows).isNotEqualTo(rows);
    assertThat(evaluated).hasValue(100);
  }

  /** A hundred things with several values each, and another one that most do not have. */
  private static List<Quad> quads(Random random) {
    List<Quad> quads = new ArrayList<>();
    for (int thing = 0; thing < 100; thing++) {
      for (int count = 0; count < 3; count++) {
        Node value = VALUES.get(random.nextInt(VALUES.size()));
        quads.add(Quad.create(iri("run"), iri("thing" + thing), iri("p"), value));
      }
      if (random.nextInt(3) == 0) {
        quads.add(Quad.create(iri("run"), iri("thing" + thing), iri("q"), number("0." + thing)));
      }
    }
    return quads;
  }

  private static Node number(String form) {
    return NodeFactory.createLiteralDT(form, XSDDatatype.XSDdouble);
  }

  private static List<String> rows(DatasetGraph dataset, String query, Consumer<Context> settings) {
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      settings.accept(execution.getContext());
      RowSet found = execution.select();
      List<String> rows = new ArrayList<>();
      found.forEachRemaining(
          row -> rows.add(found.getResultVars().stream().map(row::get).toList().toString()));
      return rows;
    }
  }
}
