package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

/** Changes in mid-training across runs, and the values of one hyperparameter. */
class AdaptedRunsTest {

  @Test
  void changesAreCountedWithTheirReasonsAndAgents() {
    assertThat(ask("adapted-runs", Map.of(), Runs.of("tried")))
        .containsExactly(
            "<run/a> | \"a\" | \"learningRate\" | 2 | 2 | 3 | \"schedule, the loss is flat\" | \"framework, halve\"");
  }

  @Test
  void theFrameworkIsTheAgentOfItsSchedule() {
    assertThat(ask("adapted-runs", Map.of(), Runs.training()))
        .containsExactly(
            "<run/01JD8X0000000000000000000A> | \"digits\" | \"learningRate\" | 1 | 2 | 2 | \"schedule StepSchedule\" | \"Deeplearning4j\"");
  }

  @Test
  void aHistoryBeginsWithTheValueAtTheStart() {
    assertThat(ask("hyperparameter-history", Map.of("run", "a"), Runs.of("tried")))
        .containsExactly(
            "\"model\" |  |  |  | 0.1e0 |  | ",
            "\"model\" | 2 | 11 |  | 0.01e0 | \"the loss is flat\" | \"halve\"",
            "\"model\" | 3 | 21 |  | 0.001e0 | \"schedule\" | \"framework\"");
  }

  @Test
  void valuesOfLayersComeAfterThoseOfTheModel() {
    assertThat(ask("hyperparameter-history", Map.of("run", "e"), Runs.of("tried")))
        .containsExactly(
            "\"model\" |  |  |  | \"auto\" |  | ", "\"dense\" |  |  |  | \"auto\" |  | ");
  }

  @Test
  void whoseChangeItWasIsSaid() {
    assertThat(ask("adaptations", Map.of("run", "a"), Runs.of("tried")))
        .containsExactly(
            "2 | 11 |  | \"learningRate\" | \"model\" | 0.1e0 | 0.01e0 | \"the loss is flat\" | \"halve\" |  | ",
            "3 | 21 |  | \"learningRate\" | \"model\" | 0.01e0 | 0.001e0 | \"schedule\" | \"framework\" |  | ");
  }

  private static List<String> ask(String query, Map<String, String> values, DatasetGraph dataset) {
    return Runs.rows(Runs.ask(Runs.query(query).with(values), dataset));
  }
}
