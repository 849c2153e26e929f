package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private static final SparqlEndpoint RISING =
      SparqlEndpoint.local(
          Runs.measured(
              "provdl:loss", "provdl:validationData", false, Runs.onePerEpoch(0.1, 0.2, 0.3)));
  private static final String MEASURED = Runs.BASE + "run/measured";

  @Test
  void aCannedAskIsOneOnceItsOtherParametersHaveValues() {
    BoundQuery query = Runs.query("validation-loss-rises").with("epochs", "2");
    Condition condition = query.condition(RISING);
    assertThat(condition.name()).isEqualTo("validation-loss-rises epochs=2");
    assertThat(condition).hasToString(condition.name());
    assertThat(condition.definition())
        .contains("ASK", "?run", "?last - 2")
        .doesNotContain("?epochs");
    assertThat(condition.holds(MEASURED)).isTrue();
    assertThat(condition.holds(Runs.BASE + "run/other")).isFalse();
    Condition byDefault = Runs.query("validation-loss-rises").condition(RISING);
    assertThat(byDefault.name()).isEqualTo("validation-loss-rises");
    assertThat(byDefault.holds(MEASURED)).isFalse();
  }

  @Test
  void aTextOfOnesOwnIsOneToo() {
    Condition condition =
        Condition.of(
            "three epochs", "ASK { GRAPH ?run { ?e <https://w3id.org/provdl#index> 3 } }", RISING);
    assertThat(condition.holds(MEASURED)).isTrue();
    assertThat(condition.definition()).startsWith("ASK").contains("GRAPH ?run");
  }

  @Test
  void theRunIsATermThatChangesNothingOfTheQuestion() {
    Query[] asked = new Query[1];
    Condition condition =
        Condition.of(
            "any",
            "ASK { GRAPH ?run { ?s ?p ?o } }",
            (query, reader) -> {
              asked[0] = query;
              reader.accept(ResultTable.of(true).rowSet());
            });
    String run = "urn:x> { } } # ' \" ?s";
    assertThat(condition.holds(run)).isTrue();
    assertThat(asked[0].isAskType()).isTrue();
    ElementNamedGraph graph =
        (ElementNamedGraph) ((ElementGroup) asked[0].getQueryPattern()).get(0);
    assertThat(graph.getGraphNameNode()).isEqualTo(NodeFactory.createURI(run));
    assertThat(graph.getElement().toString().replaceAll("\\s+", " ")).isEqualTo("{ ?s ?p ?o }");
  }

  @Test
  void whatIsNoQuestionAboutARunIsRefused() {
    assertThatThrownBy(() -> Condition.of("cut", "ASK { GRAPH ?run {", RISING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The condition 'cut' is no SPARQL query: ");
    assertThatThrownBy(() -> Condition.of("rows", "SELECT ?run { GRAPH ?run {} }", RISING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The condition 'rows' must be an ASK query, whose answer is yes or no");
    assertThatThrownBy(() -> Condition.of("any", "ASK { ?s ?p ?o }", RISING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it needs the variable ?run, as in ASK { GRAPH ?run { ... } }");
    assertThatThrownBy(() -> Condition.of(" ", "ASK { GRAPH ?run {} }", RISING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A condition needs a name, but it is blank");
    assertThatThrownBy(() -> Runs.query("epochs").condition(RISING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be an ASK query");
  }

  @Test
  void aTableOfOneRowIsTheAnswer() {
    ResultTable answer = RISING.select(Runs.query("is-diverging").with("run", MEASURED).toQuery());
    assertThat(answer.columns()).containsExactly("answer");
    assertThat(Runs.rows(answer)).isEqualTo(List.of("false"));
    assertThat(Runs.rows(ResultTable.of(true))).isEqualTo(List.of("true"));
    assertThat(RISING.select(Runs.query("epochs").with("run", MEASURED).toQuery()).isYes())
        .isFalse();
  }
}
