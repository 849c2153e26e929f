package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class LayersTest {

  @Test
  void layersAreListedInOrderWithTheirShareOfTheParameters() {
    assertThat(ask(Runs.of("origins"), Map.of("run", "base")))
        .containsExactly(
            "0 | \"входной\" | \"LSTM\" | \"TanH\" |  |  | 30 | 75.0e0 |  | true | ",
            "1 | \"again\" | \"LSTM\" | \"ReLU\" |  |  | 10 | 25.0e0 | \"входной\" |  | ",
            "2 | \"sum\" | \"ElementWiseVertex\" |  |  |  |  |  | \"входной, again\" |  | ");
  }

  @Test
  void theDocumentedRunHasTwo() {
    assertThat(ask(Runs.training(), Map.of("run", "01JD8X0000000000000000000A")))
        .containsExactly(
            "0 | \"convolution\" | \"ConvolutionLayer\" | \"ReLU\" | 1 | 8 | 208 | 16.85575364667747e0 |  |  | ",
            "1 | \"output\" | \"OutputLayer\" | \"Softmax\" | 288 | 10 | 1026 | 83.14424635332253e0 | \"convolution\" |  | ");
  }

  @Test
  void statusOfTransferIsTold() {
    assertThat(ask(Runs.of("origins"), Map.of("run", "transferred")))
        .containsExactly("0 | \"dense\" | \"DenseLayer\" |  |  |  |  |  |  | true | provdl:kept");
  }

  @Test
  void aModelThatIsNotDescribedHasNone() {
    assertThat(ask(Runs.of("origins"), Map.of("run", "tuned"))).isEmpty();
  }

  @Test
  void layersOfWhichOnlyTheTypeIsKnownAreListed() {
    assertThat(ask(Runs.of("comparison"), Map.of("run", "two")))
        .containsExactly(
            "0 | \"输入\" | \"DenseLayer\" |  |  |  |  |  |  |  | ",
            "10 | \"output\" | \"LossLayer\" |  |  |  |  |  |  |  | ");
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("layers").with(values), dataset));
  }
}
