package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

/** What was tried: values, settings, and what they come to. */
class ValuesTriedTest {

  @Test
  void numbersComeInTheirOrderAndEqualOnesOfDifferentTypesAreOneValue() {
    assertThat(ask("values-tried", Map.of(), Runs.of("tried")))
        .containsExactly(
            "0.1e0 | 2 | 0.9e0 | 0.8500000000000001e0",
            "2 | 1 | 0.95e0 | 0.95e0",
            "10 | 1 |  | ",
            "\"auto\" | 1 | 0.7e0 | 0.7e0");
  }

  @Test
  void valuesOfRunsWithoutTheMetricAreListedToo() {
    assertThat(ask("values-tried", Map.of("metric", "loss", "split", "training"), Runs.of("tried")))
        .containsExactly(
            "0.1e0 | 2 |  | ", "2 | 1 | 0.5e0 | 0.5e0", "10 | 1 |  | ", "\"auto\" | 1 |  | ");
  }

  @Test
  void aRunThatFailedHasTriedItsValuesToo() {
    assertThat(ask("values-tried", Map.of("hyperparameter", "rate"), Runs.of("failed-and-running")))
        .containsExactly("0.10 | 1 |  | ");
  }

  @Test
  void runsThatDifferInTheirSeedsAreOneSetting() {
    assertThat(ask("best-settings", Map.of(), Runs.of("tried")))
        .containsExactly(
            "\"learningRate=2\" | 1 | 0.95e0 | 0.95e0 | 0.95e0 | <run/d>",
            "\"learningRate=0.1\" | 2 | 0.8500000000000001e0 | 0.8e0 | 0.9e0 | <run/a>",
            "\"learningRate=auto\" | 1 | 0.7e0 | 0.7e0 | 0.7e0 | <run/e>");
  }

  @Test
  void theSpreadIsThatOfTheMeansOfEachValue() {
    assertThat(ask("influential-hyperparameters", Map.of(), Runs.of("tried")))
        .containsExactly("\"learningRate\" | 3 | 4 | 0.7e0 | 0.95e0 | 0.25e0");
  }

  @Test
  void oneValueAloneHasNoSpread() {
    assertThat(ask("influential-hyperparameters", Map.of("runsPerValue", "2"), Runs.of("tried")))
        .isEmpty();
  }

  @Test
  void oneRunTellsNothingOfInfluence() {
    assertThat(ask("influential-hyperparameters", Map.of(), Runs.training())).isEmpty();
  }

  private static List<String> ask(String query, Map<String, String> values, DatasetGraph dataset) {
    return Runs.rows(Runs.ask(Runs.query(query).with(values), dataset));
  }
}
