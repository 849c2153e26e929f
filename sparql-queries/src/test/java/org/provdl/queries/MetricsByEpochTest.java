package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class MetricsByEpochTest {

  @Test
  void metricsAreOrderedByEpochAndSplit() {
    assertThat(metrics(Runs.training(), Runs.ADA))
        .containsExactly(
            "1 | provdl:trainingData | \"loss\" | \"1.25\"^^xsd:double | 30.0",
            "2 | provdl:testData | \"accuracy\" | \"0.96\"^^xsd:double | 30.0",
            "2 | provdl:trainingData | \"loss\" | \"0.75\"^^xsd:double | 30.0",
            "2 | provdl:validationData | \"loss\" | \"0.8\"^^xsd:double | 30.0");
  }

  @Test
  void notANumberAndInfinityAreShownAndWhatHasNoEpochComesLast() {
    assertThat(metrics(Runs.of("failed-and-running"), "failed"))
        .containsExactly(
            "1 | provdl:trainingData | \"gradientNorm\" | \"INF\"^^xsd:double | 5401.5",
            "1 | provdl:trainingData | \"loss\" | \"NaN\"^^xsd:double | 5401.5",
            " |  | \"accuracy\" | \"NaN\"^^xsd:double | ");
  }

  @Test
  void aRunThatHasJustStartedHasNone() {
    assertThat(metrics(Runs.of("failed-and-running"), "running")).isEmpty();
  }

  private static List<String> metrics(DatasetGraph dataset, String run) {
    return Runs.rows(Runs.ask(Runs.query("metrics-by-epoch").with("run", run), dataset));
  }
}
