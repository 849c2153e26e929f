package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class RunsWithLayerTest {

  @Test
  void aTypeIsEnough() {
    assertThat(ask(Runs.of("origins"), Map.of("type", "LSTM")))
        .containsExactly(
            "<run/base> | \"基礎\" | \"2026-02-01T10:00:00Z\"^^xsd:dateTime | 2 | 3 | 40 | \"LSTM TanH, LSTM ReLU, ElementWiseVertex\"");
  }

  @Test
  void eitherActivationCounts() {
    assertThat(
            ask(
                Runs.of("origins"),
                Map.of("type", "LSTM", "activation", "ReLU,TanH", "atLeast", "2")))
        .containsExactly(
            "<run/base> | \"基礎\" | \"2026-02-01T10:00:00Z\"^^xsd:dateTime | 2 | 3 | 40 | \"LSTM TanH, LSTM ReLU, ElementWiseVertex\"");
  }

  @Test
  void anActivationAloneIsEnough() {
    assertThat(ask(Runs.of("origins"), Map.of("activation", "ReLU")))
        .containsExactly(
            "<run/base> | \"基礎\" | \"2026-02-01T10:00:00Z\"^^xsd:dateTime | 1 | 3 | 40 | \"LSTM TanH, LSTM ReLU, ElementWiseVertex\"");
  }

  @Test
  void withoutConditionsAllLayersCount() {
    assertThat(ask(Runs.of("origins"), Map.of()))
        .containsExactly(
            "<run/transferred> |  | \"2026-02-04T10:00:00Z\"^^xsd:dateTime | 1 | 1 |  | \"DenseLayer\"",
            "<run/base> | \"基礎\" | \"2026-02-01T10:00:00Z\"^^xsd:dateTime | 3 | 3 | 40 | \"LSTM TanH, LSTM ReLU, ElementWiseVertex\"");
  }

  @Test
  void tooFewLayersAreNotEnough() {
    assertThat(ask(Runs.of("origins"), Map.of("type", "LSTM", "atLeast", "3"))).isEmpty();
  }

  @Test
  void tooFewParametersAreNotEnough() {
    assertThat(ask(Runs.of("origins"), Map.of("parameters", "41"))).isEmpty();
  }

  @Test
  void aTypeAndAnActivationMustBeOfOneLayer() {
    assertThat(ask(Runs.of("origins"), Map.of("type", "ElementWiseVertex", "activation", "ReLU")))
        .isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("runs-with-layer").with(values), dataset));
  }
}
