package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

/** Averages over chosen runs. */
class AverageMetricsTest {

  @Test
  void notANumberNeverCountsAndARunningRunDoes() {
    assertThat(ask("average-metrics", Map.of(), Runs.of("tried")))
        .containsExactly("4 | 0.8375000000000001e0 | 0.825e0 | 0.7e0 | 0.95e0");
  }

  @Test
  void runsWithFewEpochsAreLeftOut() {
    assertThat(ask("average-metrics", Map.of("moreEpochsThan", "2"), Runs.of("tried")))
        .containsExactly("2 | 0.925e0 | 0.8999999999999999e0 | 0.9e0 | 0.95e0");
  }

  @Test
  void aNumberIsMeantByItsValue() {
    assertThat(
            ask(
                "average-metrics",
                Map.of("hyperparameter", "learningRate", "value", "0.1"),
                Runs.of("tried")))
        .containsExactly("2 | 0.8500000000000001e0 | 0.825e0 | 0.8e0 | 0.9e0");
  }

  @Test
  void aTextIsAValueToo() {
    assertThat(ask("average-metrics", Map.of("value", "auto"), Runs.of("tried")))
        .containsExactly("1 | 0.7e0 | 0.7e0 | 0.7e0 | 0.7e0");
  }

  @Test
  void aMetricThatNoRunHasHasNoAverage() {
    assertThat(ask("average-metrics", Map.of("metric", "recall"), Runs.of("tried"))).isEmpty();
  }

  private static List<String> ask(String query, Map<String, String> values, DatasetGraph dataset) {
    return Runs.rows(Runs.ask(Runs.query(query).with(values), dataset));
  }
}
