package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpochsTest {

  @Test
  void eachEpochHasTheRateThatWasInForceItsLossAndItsTime() {
    assertThat(
            epochs(
                "training-run",
                Map.of("run", Runs.ADA, "split", "provdl:testData", "metric", "provdl:accuracy")))
        .containsExactly(
            "1 | 30.0 | \"0.01\"^^xsd:double | \"1.25\"^^xsd:double | ",
            "2 | 30.0 | \"0.001\"^^xsd:double | \"0.75\"^^xsd:double | \"0.96\"^^xsd:double");
  }

  @Test
  void aMetricThatIsBetterWhenLowerCanBeAskedFor() {
    assertThat(epochs("training-run", Map.of("run", Runs.ADA, "metric", "provdl:loss")))
        .containsExactly(
            "1 | 30.0 | \"0.01\"^^xsd:double | \"1.25\"^^xsd:double | ",
            "2 | 30.0 | \"0.001\"^^xsd:double | \"0.75\"^^xsd:double | \"0.8\"^^xsd:double");
  }

  @Test
  void aValueHoldsFromTheEpochThatUsesItUntilTheOneThatUsesTheNextAndOneForALayerIsAnother() {
    assertThat(epochs("rates", Map.of("run", "rates")))
        .containsExactly("1 |  | 0.1e0 |  | ", "2 |  | 0.025e0 |  | 0.9e0", "3 |  | 0.025e0 |  | ");
  }

  @Test
  void aRunWithoutEpochsHasNone() {
    assertThat(epochs("failed-and-running", Map.of("run", "running"))).isEmpty();
  }

  private static List<String> epochs(String runs, Map<String, String> values) {
    return Runs.rows(
        Runs.ask(
            Runs.query("epochs").with(values),
            runs.equals("training-run") ? Runs.training() : Runs.of(runs)));
  }
}
