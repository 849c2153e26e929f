package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.expr.NodeValue;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The queries are no dialect of Jena's: RDF4J gives the same rows in the same order, but for those
 * that say that they need ARQ. Data, queries and rows are left in {@code target/other-engines}, so
 * that engines that are not for Java can be asked the same.
 */
class OtherEnginesTest {
  private static final MathContext DIGITS = new MathContext(12);
  private static final Path LEFT = Path.of("target/other-engines");
  private static final DatasetGraph RUNS = Runs.all();
  private static final SailRepository RDF4J = new SailRepository(new MemoryStore());

  static List<CannedQuery> queries() {
    return Catalogue.standard().queries().stream().filter(query -> !query.needsArq()).toList();
  }

  @BeforeAll
  static void load() throws IOException {
    ByteArrayOutputStream quads = new ByteArrayOutputStream();
    RUNS.executeRead(() -> RDFDataMgr.write(quads, RUNS, Lang.NQUADS));
    Files.createDirectories(LEFT);
    Files.write(LEFT.resolve("runs.nq"), quads.toByteArray());
    try (RepositoryConnection connection = RDF4J.getConnection()) {
      connection.add(new ByteArrayInputStream(quads.toByteArray()), RDFFormat.NQUADS);
    }
  }

  @AfterAll
  static void close() {
    RDF4J.shutDown();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void rdf4jGivesTheSameRows(CannedQuery query) throws IOException {
    Query bound = query.with(query.example()).toQuery();
    ResultTable expected = SparqlEndpoint.local(RUNS).select(bound);
    Files.writeString(LEFT.resolve(query.name() + ".rq"), bound.serialize());
    try (OutputStream rows = Files.newOutputStream(LEFT.resolve(query.name() + ".json"))) {
      Format.JSON.write(expected, rows);
    }

    assertThat(expected.rows()).isNotEmpty();
    assertThat(rdf4j(bound, expected.columns())).isEqualTo(shown(expected));
  }

  private static List<List<String>> rdf4j(Query query, List<String> columns) {
    List<List<String>> rows = new ArrayList<>();
    try (RepositoryConnection connection = RDF4J.getConnection()) {
      if (query.isAskType()) {
        rows.add(
            List.of(String.valueOf(connection.prepareBooleanQuery(query.serialize()).evaluate())));
        return rows;
      }
      try (TupleQueryResult result = connection.prepareTupleQuery(query.serialize()).evaluate()) {
        for (BindingSet row : result) {
          rows.add(columns.stream().map(column -> shown(row.getValue(column))).toList());
        }
      }
    }
    return rows;
  }

  private static List<List<String>> shown(ResultTable table) {
    return table.rows().stream()
        .map(row -> table.columns().stream().map(column -> shown(row, column)).toList())
        .toList();
  }

  private static String shown(Map<String, Node> row, String column) {
    Node term = row.get(column);
    if (term == null) {
      return "";
    }
    return term.isURI()
        ? term.getURI()
        : shown(term.getLiteralLexicalForm(), NodeValue.makeNode(term).isNumber());
  }

  private static String shown(Value value) {
    if (value == null) {
      return "";
    }
    return value instanceof Literal literal
        ? shown(
            literal.getLabel(),
            literal
                .getCoreDatatype()
                .asXSDDatatype()
                .map(type -> type.isNumericDatatype())
                .orElse(false))
        : value.stringValue();
  }

  /** Numbers by value, for engines write them in their own ways and round in the last digits. */
  private static String shown(String lexical, boolean number) {
    if (!number || lexical.matches("NaN|[+-]?INF")) {
      return lexical;
    }
    BigDecimal value = new BigDecimal(lexical).round(DIGITS);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
