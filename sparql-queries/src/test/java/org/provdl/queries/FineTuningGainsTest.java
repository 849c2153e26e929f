package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class FineTuningGainsTest {

  @Test
  void theDocumentedRunGotBetter() {
    assertThat(ask(Runs.fineTuned(), Map.of()))
        .containsExactly(
            "<run/01JD8X0000000000000000000C> | \"digits, again\" | <run/01JD8X0000000000000000000A> | \"digits\" | \"0.96\"^^xsd:double | \"0.98\"^^xsd:double | 0.020000000000000018e0 | true");
  }

  @Test
  void aRunMayGetWorseAndOneThatStillRunsHasNoValue() {
    assertThat(ask(Runs.of("origins"), Map.of()))
        .containsExactly(
            "<run/transferred> |  | <run/base> | \"基礎\" | 0.9e0 |  |  | ",
            "<run/tuned> | \"tuned\" | <run/resumed> | \"resumed\" | 0.875e0 |  |  | ",
            "<run/resumed> | \"resumed\" | <run/base> | \"基礎\" | 0.9e0 | 0.875e0 | -0.025000000000000022e0 | false");
  }

  @Test
  void aLowerLossIsBetter() {
    assertThat(ask(Runs.of("origins"), Map.of("metric", "loss")))
        .containsExactly(
            "<run/transferred> |  | <run/base> | \"基礎\" | 0.5e0 |  |  | ",
            "<run/tuned> | \"tuned\" | <run/resumed> | \"resumed\" | 0.25e0 |  |  | ",
            "<run/resumed> | \"resumed\" | <run/base> | \"基礎\" | 0.5e0 | 0.25e0 | 0.25e0 | true");
  }

  @Test
  void theNumberOfRowsIsLimited() {
    assertThat(ask(Runs.of("origins"), Map.of("limit", "1")))
        .containsExactly("<run/transferred> |  | <run/base> | \"基礎\" | 0.9e0 |  |  | ");
  }

  @Test
  void runsFromScratchHaveNone() {
    assertThat(ask(Runs.training(), Map.of())).isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("fine-tuning-gains").with(values), dataset));
  }
}
