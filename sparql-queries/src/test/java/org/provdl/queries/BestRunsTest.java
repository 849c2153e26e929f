package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class BestRunsTest {

  @Test
  void theHighestAccuracyOnTestDataWinsAndNotANumberNever() {
    assertThat(best(Runs.of("ranking"), Map.of()))
        .containsExactly(
            "<run/unnamed> |  | 1 | ",
            "<run/second> | \"second\" | 0.95e0 | \"updater=Sgd\"",
            "<run/first> | \"first\" | 0.90e0 | \"batchSize=32, updater=Adam\"");
  }

  @Test
  void theLowestLossWins() {
    assertThat(best(Runs.of("ranking"), Map.of("metric", "provdl:loss")))
        .containsExactly(
            "<run/first> | \"first\" | 0.40e0 | \"batchSize=32, updater=Adam\"",
            "<run/second> | \"second\" | 0.45e0 | \"updater=Sgd\"");
  }

  @Test
  void higherIsBetterUnlessTheMetricSaysOtherwise() {
    assertThat(best(Runs.of("ranking"), Map.of("metric", "provdl:f1", "limit", "1")))
        .containsExactly("<run/second> | \"second\" | 0.7e0 | \"updater=Sgd\"");
  }

  @Test
  void anotherSplitCanBeAskedFor() {
    assertThat(best(Runs.of("ranking"), Map.of("split", "provdl:trainingData")))
        .containsExactly("<run/first> | \"first\" | 0.99e0 | \"batchSize=32, updater=Adam\"");
  }

  @Test
  void settingsAreTheOnesAtTheStart() {
    assertThat(best(Runs.training(), Map.of()))
        .containsExactly(
            "<run/01JD8X0000000000000000000A> | \"digits\" | \"0.96\"^^xsd:double | \"learningRate=0.01\"");
  }

  @Test
  void theTrialsOfAStudyAreNoRuns() {
    assertThat(best(Runs.study(), Map.of())).isEqualTo(best(Runs.training(), Map.of()));
    assertThat(best(Runs.study(), Map.of())).hasSize(1);
  }

  @Test
  void aMetricThatNoRunHasRanksNone() {
    assertThat(best(Runs.of("ranking"), Map.of("metric", "provdl:recall"))).isEmpty();
  }

  private static List<String> best(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("best-runs").with(values), dataset));
  }
}
