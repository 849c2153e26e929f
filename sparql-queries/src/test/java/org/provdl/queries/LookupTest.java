package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.vocabulary.PROVDL;

/** What a person writes for a run, a study, a metric or an entity, and what is meant. */
class LookupTest {
  private static final SparqlEndpoint RUNS =
      endpoint(
          """
          <run/AB1> { <run/AB1#training> a provdl:TrainingRun ; rdfs:label "Ziffern 🧠 #1" . }
          <run/AB2> { <run/AB2#training> a provdl:TrainingRun ; rdfs:label "twice" . }
          <run/AC1> { <run/AC1#training> a provdl:TrainingRun ; rdfs:label "twice" . }
          <run/AB> { <run/AB#training> a provdl:TrainingRun ; rdfs:label "AC" . }
          <study/S1> { <study/S1#search> a provdl:Study ; rdfs:label "search" . }
          <run/AB1> { <run/AB1#v> provdl:metric provdl:loss . provdl:loss a provdl:Metric ; rdfs:label "loss" .
                      <run/AB1#s> provdl:hyperparameter <hyperparameter/Aufw%C3%A4rmen> . }
          """);
  private static final CannedQuery RUN =
      Runs.query("is-diverging"); // any query about a run has the same parameter

  @ParameterizedTest
  @CsvSource({
    "AB1, AB1",
    "' AB1 ', AB1",
    "AB1#training, AB1",
    "http://localhost:3030/provdl/run/AB1, AB1",
    "<http://localhost:3030/provdl/run/AB1>, AB1",
    "AC1, AC1",
    "'Ziffern 🧠 #1', AB1",
    "AB, AB", // a whole id, though others begin with it
    "AC, AB", // a whole name, though an id begins with it
  })
  void aRunIsFoundByItsIriItsIdABeginningOfItOrItsName(String text, String id) {
    assertThat(Catalogue.standard().run(text, RUNS).id()).isEqualTo(id);
    assertThat(asked(RUN.with("run", text), RUNS)).contains("<" + Runs.BASE + "run/" + id + ">");
  }

  @Test
  void aRunThatIsFoundHasItsName() {
    assertThat(Catalogue.standard().run("AC1", RUNS).name()).isEqualTo("twice");
  }

  @ParameterizedTest
  @CsvSource({"A, 'AB, AB1, AB2, AC1'", "twice, 'AB2, AC1'"})
  void whatMayBeSeveralRunsIsRefusedWithAllOfThem(String text, String ids) {
    assertThatThrownBy(() -> RUN.with("run", text).on(RUNS))
        .isInstanceOf(QueryParameterException.class)
        .hasMessage("'%s' may be any of %s; write more of the id".formatted(text, ids));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AB12", "ab1", "nobody", "S1", "a \" } DROP ALL", "urn:x:y", "*"})
  void aRunThatIsNotThereIsRefused(String text) {
    assertThatThrownBy(() -> RUN.with("run", text).on(RUNS))
        .isInstanceOf(QueryParameterException.class)
        .hasMessage(
            "There is no run '%s' here; the query list-runs lists those that are".formatted(text));
  }

  @Test
  void aStudyIsFoundAsARunIs() {
    CannedQuery trials = Runs.query("trials");
    for (String text : new String[] {"S1", "S", "search", Runs.BASE + "study/S1"}) {
      assertThat(asked(trials.with("study", text), RUNS)).contains("<" + Runs.BASE + "study/S1>");
    }
    assertThatThrownBy(() -> trials.with("study", "AB1").on(RUNS))
        .hasMessage("There is no study 'AB1' here; the query studies lists those that are");
  }

  @Test
  void anUnknownMetricNamesTheKnown() {
    CannedQuery best = Runs.query("best-runs");
    assertThat(asked(best.with("metric", "loss"), RUNS)).contains("provdl:loss");
    assertThatThrownBy(() -> best.with("metric", "los").on(RUNS))
        .hasMessage("There is no metric 'los' here; there are loss");
    assertThatThrownBy(() -> best.with("metric", "loss").on(SparqlEndpoint.local(Runs.none())))
        .hasMessage("There is no metric 'loss' here; there is none at all");
  }

  @Test
  void aDefaultAndATermNeedNotBeThere() {
    CannedQuery best = Runs.query("best-runs");
    assertThat(best.on(RUNS).rows()).isEmpty();
    assertThat(best.with("metric", PROVDL.accuracy.asNode()).on(RUNS).rows()).isEmpty();
    assertThat(RUN.with("run", NodeFactory.createURI("urn:x:y")).on(RUNS).isYes()).isFalse();
  }

  @Test
  void anEntityMustBeThere() {
    CannedQuery lineage = Runs.query("lineage");
    assertThat(asked(lineage.with("entity", "AB1#v"), RUNS)).contains("run/AB1#v>");
    assertThatThrownBy(() -> lineage.with("entity", "AB1#w").on(RUNS))
        .hasMessageStartingWith("Nothing here is called 'AB1#w'; ");
  }

  @Test
  void aNameHasNoTermUntilAnEndpointIsAsked() {
    BoundQuery named = RUN.with("run", "Ziffern 🧠 #1");
    assertThatThrownBy(named::toQuery)
        .isInstanceOf(QueryParameterException.class)
        .hasMessageContaining("is a name, 'Ziffern 🧠 #1', and only an endpoint can tell whose");
  }

  /** The query that reaches the endpoint after what is looked up. */
  private static String asked(BoundQuery query, SparqlEndpoint endpoint) {
    String[] last = new String[1];
    query.read(
        (asked, reader) -> {
          last[0] = asked.toString();
          endpoint.answer(asked, reader);
        },
        rows -> {});
    return last[0];
  }

  private static SparqlEndpoint endpoint(String trig) {
    DatasetGraph dataset = Runs.none();
    String prefixes =
        "PREFIX provdl: <%s> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> BASE <%s>"
            .formatted(PROVDL.NS, Runs.BASE);
    dataset.executeWrite(() -> RDFParser.fromString(prefixes + trig, Lang.TRIG).parse(dataset));
    return SparqlEndpoint.local(dataset);
  }
}
