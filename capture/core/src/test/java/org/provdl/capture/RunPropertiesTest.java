package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;

/** What a run started with and reached is told by properties of the training itself. */
class RunPropertiesTest {

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
  private final Statements statements = new Statements(dataset);

  @Test
  void whatEachHyperparameterStartedWithIsTold() {
    tell(
        run -> {
          run.choose(Setting.ofModel("learningRate", 0.1));
          run.choose(Setting.ofModel("momentum", "none"));
          run.choose(Setting.ofModel("50 % \u6570", 7));
          run.adapt(Setting.ofModel("learningRate", 0.05), "flat", Responsible.OPERATOR);
        });
    assertThat(startedWith())
        .containsExactlyInAnyOrder(
            "provdl:learningRate.value 0.1e0",
            "provdl:momentum.value \"none\"",
            "<%shyperparameter/50%%20%%25%%20\u6570.value> 7".formatted(Capture.DEFAULT_BASE));
  }

  @Test
  void equalValuesOfSeveralLayersAreOne() {
    tell(
        run -> {
          run.choose(Setting.ofLayer(0, "dropout", 0.5));
          run.choose(Setting.ofLayer(1, "dropout", 0.25));
          run.choose(Setting.ofLayer(2, "dropout", 0.5));
        });
    assertThat(startedWith())
        .containsExactlyInAnyOrder("provdl:dropout.value 0.5e0", "provdl:dropout.value 0.25e0");
  }

  @Test
  void theBestOfEachMetricIsToldForEachKindOfData() {
    tell(
        run -> {
          List.of(3.0, 1.0, 2.0).forEach(loss -> run.measure("loss", loss, Split.VALIDATION));
          List.of(0.25, Double.NaN).forEach(value -> run.measure("accuracy", value, Split.TEST));
          List.of(0.5, 0.75).forEach(value -> run.measure("accuracy", value, Split.TRAINING));
          run.measure("loss", Double.NaN, Split.TEST);
          run.measure("own gain", Double.POSITIVE_INFINITY, Split.TEST);
        });
    assertThat(reached())
        .containsExactlyInAnyOrder(
            "provdl:loss.validationData 1.0e0",
            "provdl:accuracy.testData 0.25e0",
            "provdl:accuracy.trainingData 0.75e0",
            "<%smetric/own%%20gain.testData> \"INF\"^^xsd:double".formatted(Capture.DEFAULT_BASE));
  }

  @Test
  void whatIsReachedIsToldAtTheEnd() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.choose(Setting.ofModel("learningRate", 0.1));
      run.measure("accuracy", 0.5, Split.TEST);
      assertThat(capture.flush(Duration.ofSeconds(10))).isTrue();
      assertThat(startedWith()).containsExactly("provdl:learningRate.value 0.1e0");
      assertThat(reached()).isEmpty();
    }
    assertThat(reached()).containsExactly("provdl:accuracy.testData 0.5e0");
  }

  private List<String> startedWith() {
    return matching(".*\\.value>? .*");
  }

  private List<String> reached() {
    return matching(".*\\.\\w+Data>? .*");
  }

  private List<String> matching(String pattern) {
    return statements.of("training").stream().filter(it -> it.matches(pattern)).toList();
  }

  private void tell(Consumer<TrainingRun> story) {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      story.accept(run);
    }
  }
}
