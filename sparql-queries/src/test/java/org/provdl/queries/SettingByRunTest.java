package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class SettingByRunTest {

  @Test
  void theValueAtTheStartIsThere() {
    assertThat(rows(Runs.training(), "learningRate", ""))
        .containsExactly("<run/01JD8X0000000000000000000A> | \"0.01\"^^xsd:double");
    assertThat(rows(Runs.of("ranking"), "updater", ""))
        .containsExactly("<run/first> | \"Adam\"", "<run/second> | \"Sgd\"");
  }

  @Test
  void settingsOfLayersAndOfOtherExperimentsAreNot() {
    assertThat(rows(Runs.training(), "dropout", "")).isEmpty();
    assertThat(rows(Runs.training(), "learningRate", "iris")).isEmpty();
  }

  @Test
  void hyperparametersAreListedByHowManyRunsTriedThem() {
    assertThat(
            Runs.rows(
                Runs.query("list-hyperparameters").on(SparqlEndpoint.local(Runs.of("ranking")))))
        .containsExactly(
            "provdl:updater | \"updater\" | 2 | 2", "provdl:batchSize | \"batchSize\" | 1 | 1");
    assertThat(
            Runs.rows(
                Runs.query("list-hyperparameters")
                    .with("experiment", "iris")
                    .on(SparqlEndpoint.local(Runs.training()))))
        .isEmpty();
  }

  private static List<String> rows(DatasetGraph dataset, String hyperparameter, String experiment) {
    return Runs.rows(
        Runs.query("setting-by-run")
            .with("hyperparameter", hyperparameter)
            .with("experiment", experiment)
            .on(SparqlEndpoint.local(dataset)));
  }
}
