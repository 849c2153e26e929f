package org.provdl.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.store.Quads.iri;
import static org.provdl.store.Quads.rows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.OpWalker;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PropertyFilterTest {

  private static final String PREFIX = "PREFIX : <https://example.org/> ";

  private static final List<Quad> QUADS =
      List.of(
          quad("g1", "a", "next", "b"),
          quad("g1", "a", "next", "nothing"),
          quad("g1", "b", "p", "one"),
          quad("g2", "b", "p", "one"),
          quad("g2", "b", "p", "two"),
          quad("g2", "b", "q", "p"),
          quad("g1", "b", "r", "three"));

  private static ProvenanceStore store;

  @BeforeAll
  static void open(@TempDir Path directory) {
    store = ProvenanceStore.openOrCreate(directory);
    store.append(QUADS);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FILTER(?property IN (:p, :q))",
        "FILTER(?property IN (:p, :p, :none))",
        "FILTER(?property = :p || ?property = :q)",
        "FILTER(?property IN (:none, :neither))",
        "FILTER(?property IN (:p, :q)) FILTER(?said != :one)",
        "FILTER(?property IN (:p, :q) && ?thing != :a)",
        "FILTER(?property IN (:p, :q)) FILTER(?property IN (:q, :r))",
        "FILTER(?property IN (:p, 'p', 1))",
        "FILTER(?said IN (:one, :two))",
        "FILTER(?property NOT IN (:p, :q))",
        "FILTER(?property IN (:p, ?said))"
      })
  void itLeavesTheSameRowsAsAnyFilter(String filter) {
    List<String> queries =
        List.of(
            "SELECT * { :a :next ?thing OPTIONAL { ?thing ?property ?said %s } }",
            "SELECT * { GRAPH ?g { :a :next ?thing OPTIONAL { ?thing ?property ?said %s } } }",
            "SELECT * { GRAPH :g2 { :a :next ?thing OPTIONAL { ?thing ?property ?said %s } } }",
            "SELECT * { :a :next ?thing OPTIONAL { GRAPH ?g { ?thing ?property ?said %s } } }",
            "SELECT * { VALUES ?property { :p :r } OPTIONAL { ?thing ?property ?said %s } }",
            "SELECT * { ?other :q ?property OPTIONAL { ?thing ?property ?said %s } }",
            "SELECT * { :a :next ?thing OPTIONAL { ?thing ?property ?said . ?said ?p ?o %s } }",
            "SELECT * { ?thing ?property ?said %s }");
    DatasetGraph plain = DatasetGraphFactory.createTxnMem();
    for (Quad quad : QUADS) {
      plain.add(quad);
      plain.getDefaultGraph().add(quad.asTriple());
    }
    for (String each : queries) {
      String query = PREFIX + each.formatted(filter);
      assertThat(store.<Map<String, Long>>read(stored -> rows(stored, query)))
          .as(query)
          .isEqualTo(rows(plain, query));
    }
  }

  @Test
  void itIsOneOfThePropertiesOfOnePattern() {
    PropertyFilter filter =
        requireNonNull(
            filter("?thing ?property ?said FILTER(?property IN (:p, :q)) FILTER(?said != :one)"));

    assertThat(filter.properties()).containsExactlyInAnyOrder(iri("p"), iri("q"));
    assertThat(filter.others().getList()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?thing ?property ?said FILTER(?said IN (:p, :q))",
        "?thing ?property ?said FILTER(?property NOT IN (:p, :q))",
        "?thing ?property ?said FILTER(?property IN (:p, 'q'))",
        "?thing ?property ?said FILTER(?property IN (:p, ?said))",
        "?thing ?property ?said FILTER(?property = :p || ?said = :one)"
      })
  void anyOtherFilterIsNone(String pattern) {
    assertThat(filter(pattern)).isNull();
  }

  /** What the filter of an optional pattern is taken for. */
  private static @Nullable PropertyFilter filter(String pattern) {
    String query = PREFIX + "SELECT * { :a :next ?thing OPTIONAL { " + pattern + " } }";
    Op op = Algebra.optimize(Algebra.compile(QueryFactory.create(query)));
    OpFilter[] found = new OpFilter[1];
    OpWalker.walk(
        op,
        new OpVisitorBase() {
          @Override
          public void visit(OpFilter filter) {
            found[0] = filter;
          }
        });
    return PropertyFilter.of(found[0]);
  }

  private static Quad quad(String graph, String subject, String property, String object) {
    return Quad.create(iri(graph), iri(subject), iri(property), iri(object));
  }
}
