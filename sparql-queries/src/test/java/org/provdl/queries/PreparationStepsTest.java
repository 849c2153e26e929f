package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class PreparationStepsTest {

  @Test
  void eachStepHasItsParametersInputsAndOutputs() {
    assertThat(ask(Runs.of("origins"), Map.of("run", "base")))
        .containsExactly(
            "1 | \"split\" | \"ratio=0.8, seed=7\" | \"één.csv\" | \"training after split\" | \"training\"",
            "2 | \"shuffle\" |  | \"training after split\" | \"training after shuffle\" | \"training\"");
  }

  @Test
  void theDocumentedRunHasOne() {
    assertThat(ask(Runs.training(), Map.of("run", "01JD8X0000000000000000000A")))
        .containsExactly(
            "1 | \"normalize\" | \"maximum=16\" | \"digits.csv.gz\" | \"training after normalize\" | \"training\"");
  }

  @Test
  void dataThatWasNotPreparedHasNone() {
    assertThat(ask(Runs.of("origins"), Map.of("run", "tuned"))).isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("preparation-steps").with(values), dataset));
  }
}
