package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
  private static final String RUN = Catalogue.DEFAULT_BASE + "run/";
  private static final ParameterParser PARSER =
      new ParameterParser(
          PrefixMapping.Factory.create().setNsPrefix("ex", "http://example.org/"),
          Catalogue.DEFAULT_BASE);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          IRI,    ex:thing,                  http://example.org/thing
          IRI,    <http://example.org/a#b>,  http://example.org/a#b
          IRI,    <mailto:ada@example.org>,  mailto:ada@example.org
          IRI,    ' http://example.org/é ',  http://example.org/é
          IRI,    urn:isbn:0451450523,       urn:isbn:0451450523
          RUN,    A1,                        http://localhost:3030/provdl/run/A1
          RUN,    A1#training,               http://localhost:3030/provdl/run/A1
          RUN,    http://example.org/run/A1#training, http://example.org/run/A1
          RUN,    <http://example.org/run/A1>,        http://example.org/run/A1
          STUDY,  A1,                        http://localhost:3030/provdl/study/A1
          STUDY,  A1#search,                 http://localhost:3030/provdl/study/A1
          ENTITY, A1#model,                  http://localhost:3030/provdl/run/A1#model
          ENTITY, A1,                        http://localhost:3030/provdl/run/A1
          ENTITY, sha256-0aF,                http://localhost:3030/provdl/artifact/sha256-0aF
          ENTITY, ex:thing,                  http://example.org/thing
          METRIC, accuracy,                  https://w3id.org/provdl#accuracy
          METRIC, ex:thing,                  http://example.org/thing
          METRIC, 'mittlerer Fehler',        http://localhost:3030/provdl/metric/mittlerer%20Fehler
          HYPERPARAMETER, learningRate,      https://w3id.org/provdl#learningRate
          HYPERPARAMETER, 学习率,             http://localhost:3030/provdl/hyperparameter/学习率
          SPLIT,  test,                      https://w3id.org/provdl#testData
          SPLIT,  <http://example.org/s>,    http://example.org/s
          """)
  void anIriCanBeWrittenShort(ParameterType type, String text, String iri) {
    assertThat(PARSER.parse(type, text)).isEqualTo(NodeFactory.createURI(iri));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          INTEGER,   ' -12 ',               -12
          DECIMAL,   0.50,                  0.50
          DECIMAL,   1e-3,                  0.001
          DECIMAL,   -2.5E2,                -250
          BOOLEAN,   true,                  true
          DATE_TIME, 2026-01-05T10:00:00Z,  2026-01-05T10:00:00Z
          STRING,    ' a "b" ',             ' a "b" '
          STRING,    '',                    ''
          """)
  void aLiteralHasTheTypeOfItsParameter(ParameterType type, String text, String lexical) {
    Node term = PARSER.parse(type, text);
    assertThat(term).isEqualTo(NodeFactory.createLiteralDT(lexical, type.datatype()));
    assertThat(PARSER.check(type, term)).isEqualTo(term);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          IRI,       thing,             not an absolute IRI
          IRI,       ../thing,          not an absolute IRI
          IRI,       <>,                not an absolute IRI
          IRI,       '',                not an absolute IRI
          IRI,       xe:thing,          'the prefix ''xe'' is unknown, known are ex; write a whole IRI as <...>'
          IRI,       http://a b/,       not a well-formed IRI
          RUN,       A1#epoch-1,        it names a part of a run
          STUDY,     A1#trial-1,        it names a part of a study
          RUN,       ../A1,             not an absolute IRI
          RUN,       'A 1',             not
          ENTITY,    a#b#c,             not
          INTEGER,   1.5,               no literal of http://www.w3.org/2001/XMLSchema#integer
          INTEGER,   '',                no literal
          DECIMAL,   e3,                no literal
          DECIMAL,   1e999999999,       its exponent is out of bounds
          DECIMAL,   1e9999999999,      no literal
          DECIMAL,   NaN,               no literal
          SPLIT,     tset,              not an absolute IRI
          METRIC,    '',                not an absolute IRI
          BOOLEAN,   yes,               no literal
          DATE_TIME, 2026-13-05T10:00:00Z, no literal
          DATE_TIME, 2026-01-05,        no literal
          """)
  void anIllTypedValueIsRefused(ParameterType type, String text, String reason) {
    assertThatThrownBy(() -> PARSER.parse(type, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aTermOfAnotherKindIsRefused() {
    CannedQuery query = Runs.query("best-runs");
    Node blank = NodeFactory.createBlankNode();
    Node variable = NodeFactory.createVariable("run");
    Node text = NodeFactory.createLiteralString("provdl:loss");
    for (Node term : new Node[] {blank, variable, text}) {
      assertThatThrownBy(() -> query.with("metric", term))
          .isInstanceOf(QueryParameterException.class)
          .hasMessageContaining("it is not an IRI");
    }
    Node asInt = NodeFactory.createLiteralDT("3", XSDDatatype.XSDint);
    Node notANumber = NodeFactory.createLiteralDT("three", XSDDatatype.XSDinteger);
    for (Node term : new Node[] {asInt, notANumber, NodeFactory.createURI("urn:x:y")}) {
      assertThatThrownBy(() -> query.with("limit", term))
          .isInstanceOf(QueryParameterException.class)
          .hasMessageContaining("no literal of");
    }
  }

  @Test
  void aTermOfTheRightKindIsTaken() {
    Query query =
        Runs.query("best-runs")
            .with("metric", NodeFactory.createURI("http://example.org/metric"))
            .with("limit", NodeFactory.createLiteralDT("3", XSDDatatype.XSDinteger))
            .toQuery();
    assertThat(query.toString()).contains("<http://example.org/metric>");
    assertThat(query.getLimit()).isEqualTo(3);
  }

  @Test
  void theLaterValueCountsAndTheEarlierQueryKeepsItsOwn() {
    BoundQuery three = Runs.query("list-runs").with("limit", "3");
    BoundQuery four = three.with("limit", "4");
    assertThat(three.toQuery().getLimit()).isEqualTo(3);
    assertThat(four.toQuery().getLimit()).isEqualTo(4);
  }

  @Test
  void defaultsHoldUntilAValueIsGiven() {
    Query query = Runs.query("best-runs").with(Map.of()).toQuery();
    assertThat(query.getLimit()).isEqualTo(10);
    assertThat(query.toString()).contains("provdl:accuracy").contains("provdl:testData");
  }

  @Test
  void anUnknownParameterListsTheKnown() {
    assertThatThrownBy(() -> Runs.query("best-runs").with("metrik", "provdl:loss"))
        .isInstanceOf(QueryParameterException.class)
        .hasMessage(
            "Query 'best-runs' has no parameter 'metrik'; it takes metric, split, worst, experiment, status, since, text, limit");
    assertThatThrownBy(() -> Runs.query("metric-names").with("limit", "1"))
        .hasMessage("Query 'metric-names' has no parameter 'limit'; it takes none");
  }

  @Test
  void aMissingParameterIsNamedWithWhatItTakes() {
    assertThatThrownBy(() -> Runs.query("adaptations").on((query, reader) -> fail()))
        .isInstanceOf(QueryParameterException.class)
        .hasMessage(
            "Query 'adaptations' needs the parameter 'run' (the run): the id or the name of a run, or its IRI");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "9223372036854775808"})
  void aLimitThatIsOutOfRangeIsRefused(String limit) {
    assertThatThrownBy(() -> Runs.query("list-runs").with("limit", limit))
        .isInstanceOf(QueryParameterException.class)
        .hasMessageContaining("a limit must be at least 1 and fit into 64 bits");
  }

  @Test
  void aValueThatIsTooLongIsRefusedInOneShortLine() {
    assertThatThrownBy(() -> Runs.query("hyperparameters").with("run", "x".repeat(1_000_000)))
        .isInstanceOf(QueryParameterException.class)
        .message()
        .hasSizeLessThan(300)
        .hasLineCount(1);
  }

  @Test
  void aParameterThatIsSelectedStaysAColumn() {
    CannedQuery query =
        Runs.file(
            "selected",
            """
            #+ title: Selected
            #+ question: What is selected?
            #+ parameters:
            #+   run: {type: run, meaning: the run}
            #+ columns:
            #+   run: the run
            #+   things: how many things it has
            SELECT ?run (COUNT(*) AS ?things) WHERE { GRAPH ?run { ?thing a ?class } } GROUP BY ?run
            """);
    ResultTable table =
        query.with("run", "running").on(SparqlEndpoint.local(Runs.of("failed-and-running")));
    assertThat(table.columns()).containsExactly("run", "things");
    assertThat(table.rows())
        .singleElement()
        .extracting("run")
        .isEqualTo(NodeFactory.createURI(RUN + "running"));
  }

  private static void fail() {
    throw new AssertionError("the endpoint must not be asked");
  }
}
