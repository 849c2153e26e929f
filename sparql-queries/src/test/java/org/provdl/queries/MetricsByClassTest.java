package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class MetricsByClassTest {

  @Test
  void everyClassIsARowInTheOrderOfTheLabels() {
    assertThat(metrics(Runs.training(), Runs.ADA))
        .containsExactly(
            "2 | provdl:testData | \"recall\" | \"zero\" | 0.9e0",
            "2 | provdl:testData | \"recall\" | \"other\" | 1.0e0");
  }

  @Test
  void aRunWithoutEvaluationHasNone() {
    assertThat(metrics(Runs.of("failed-and-running"), "running")).isEmpty();
  }

  private static List<String> metrics(DatasetGraph dataset, String run) {
    return Runs.rows(Runs.ask(Runs.query("metrics-by-class").with("run", run), dataset));
  }
}
