package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class HyperparametersTest {

  @Test
  void anAdaptedSettingIsListedWithItsFirstValue() {
    assertThat(hyperparameters(Runs.training(), Runs.ADA))
        .containsExactly(
            "\"learningRate\" | \"0.01\"^^xsd:double | \"model\" |  | true",
            "\"dropout\" | \"0.5\"^^xsd:double | \"output\" | 1 | false");
  }

  @Test
  void valuesKeepTheirTypesAndLayersTheirOrder() {
    assertThat(hyperparameters(Runs.of("failed-and-running"), "failed"))
        .containsExactly(
            "\"mixedPrecision\" | true | \"model\" |  | false",
            "\"policy\" | \"a=1, b\" | \"model\" |  | false",
            "\"rate\" | 0.10 | \"model\" |  | false",
            "\"warmupSteps\" | 500 | \"model\" |  | false",
            "\"dropout\" | 0e0 | \"input\" | 0 | false",
            "\"dropout\" | 0.2e0 | \"hidden\" | 2 | false",
            "\"dropout\" | 1e0 | \"output\" | 10 | false");
  }

  @Test
  void aRunThatIsNotThereHasNone() {
    assertThat(hyperparameters(Runs.training(), "elsewhere")).isEmpty();
  }

  private static List<String> hyperparameters(DatasetGraph dataset, String run) {
    return Runs.rows(Runs.ask(Runs.query("hyperparameters").with("run", run), dataset));
  }
}
