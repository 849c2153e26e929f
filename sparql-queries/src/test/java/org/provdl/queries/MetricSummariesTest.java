package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

/** What the metrics of a run come to, and how they went. */
class MetricSummariesTest {

  @Test
  void notANumberIsCountedAndInfinityIsAValue() {
    assertThat(ask("metric-summaries", Map.of("run", "d"), Runs.of("tried")))
        .containsExactly(
            "\"accuracy\" | \"test\" | 0.95e0 | 2 | 1 | 0.95e0 | 0.725e0 | 0.5e0 | 0.95e0 | 3 | 1",
            "\"loss\" | \"training\" | 0.5e0 | 2 | 1 | 0.5e0 | 0.75e0 | 0.5e0 | 1e0 | 2 | 0",
            "\"loss\" | \"validation\" | 0.75e0 | 2 | 1 | 0.75e0 | \"INF\"^^xsd:double | 0.75e0 | \"INF\"^^xsd:double | 2 | 0",
            "\"norm\" | \"\" | 7 |  |  | 7 | 7.0 | 7 | 7 | 1 | 0");
  }

  @Test
  void oneSplitAlone() {
    assertThat(ask("metric-summaries", Map.of("run", "d", "split", "test"), Runs.of("tried")))
        .containsExactly(
            "\"accuracy\" | \"test\" | 0.95e0 | 2 | 1 | 0.95e0 | 0.725e0 | 0.5e0 | 0.95e0 | 3 | 1");
  }

  @Test
  void aRunThatHasEndedIsSummedUpByItsValuesToo() {
    assertThat(
            ask("metric-summaries", Map.of("run", "01JD8X0000000000000000000A"), Runs.training()))
        .containsExactly(
            "\"accuracy\" | \"test\" | \"0.96\"^^xsd:double | 2 | 0 | \"0.96\"^^xsd:double | 0.96e0 | \"0.96\"^^xsd:double | \"0.96\"^^xsd:double | 1 | 0",
            "\"loss\" | \"training\" | \"0.75\"^^xsd:double | 2 | 0 | \"0.75\"^^xsd:double | 1.0e0 | \"0.75\"^^xsd:double | \"1.25\"^^xsd:double | 2 | 0",
            "\"loss\" | \"validation\" | \"0.8\"^^xsd:double | 2 | 0 | \"0.8\"^^xsd:double | 0.8e0 | \"0.8\"^^xsd:double | \"0.8\"^^xsd:double | 1 | 0");
  }

  @Test
  void aRunWithoutValuesHasNone() {
    assertThat(ask("metric-summaries", Map.of("run", "a"), Runs.of("tried"))).isEmpty();
  }

  @Test
  void splitsStandSideBySide() {
    assertThat(ask("training-and-validation", Map.of("run", "d"), Runs.of("tried")))
        .containsExactly(
            "1 | 1.0e0 | \"INF\"^^xsd:double |  | \"INF\"^^xsd:double",
            "2 | 0.5e0 | 0.75e0 |  | 0.25e0");
  }

  @Test
  void whatWasNotMeasuredInAnEpochIsEmpty() {
    assertThat(
            ask(
                "training-and-validation",
                Map.of("run", "01JD8X0000000000000000000A"),
                Runs.training()))
        .containsExactly("1 | 1.25e0 |  |  | ", "2 | 0.75e0 | 0.8e0 |  | 0.050000000000000044e0");
  }

  @Test
  void oneMetricOnOneSplitAlone() {
    assertThat(
            ask(
                "metrics-by-epoch",
                Map.of("run", "d", "metric", "loss", "split", "validation"),
                Runs.of("tried")))
        .containsExactly(
            "1 | provdl:validationData | \"loss\" | \"INF\"^^xsd:double | 2e0",
            "2 | provdl:validationData | \"loss\" | 0.75e0 | 3e0");
  }

  private static List<String> ask(String query, Map<String, String> values, DatasetGraph dataset) {
    return Runs.rows(Runs.ask(Runs.query(query).with(values), dataset));
  }
}
