package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.provdl.vocabulary.PROVDL;

/** What a run comes to is told when it ends. */
class RunSummaryTest {

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
  private final Statements statements = new Statements(dataset);

  @Test
  void theFirstOfEqualBestValuesIsTheBest() {
    tell(
        run ->
            List.of(0.5, 0.75, 0.75, 0.25)
                .forEach(accuracy -> epoch(run, "accuracy", accuracy, Split.VALIDATION)));
    assertThat(statements.of("summary-validation-accuracy"))
        .containsExactlyInAnyOrder(
            "rdf:type provdl:MetricSummary",
            "rdf:type prov:Entity",
            "rdfs:label \"accuracy\"",
            "provdl:summarizes provdl:accuracy",
            "provdl:metric provdl:accuracy",
            "provdl:split provdl:validationData",
            "provdl:valueCount 4",
            "provdl:bestValue 0.75e0",
            "provdl:bestEpoch 2",
            "provdl:lastValue 0.25e0",
            "provdl:lowestValue 0.25e0",
            "provdl:highestValue 0.75e0",
            "provdl:meanValue 0.5625e0",
            "prov:wasGeneratedBy :training",
            "prov:wasDerivedFrom :epoch-2-metric-validation-accuracy",
            "prov:wasDerivedFrom :epoch-4-metric-validation-accuracy");
  }

  @Test
  void theBestLossIsTheLowest() {
    tell(run -> List.of(3.0, 1.0, 2.0).forEach(loss -> epoch(run, "loss", loss, Split.VALIDATION)));
    assertThat(statements.of("summary-validation-loss"))
        .contains("provdl:bestValue 1.0e0", "provdl:bestEpoch 2", "provdl:highestValue 3.0e0");
  }

  @Test
  void ofAMetricThatNobodyKnowsTheHighestIsTheBest() {
    tell(run -> List.of(1.0, 3.0, 2.0).forEach(value -> epoch(run, "m\u00fc", value, Split.TEST)));
    assertThat(statements.of("summary-test-m\u00fc"))
        .contains("provdl:bestValue 3.0e0", "provdl:bestEpoch 2", "provdl:lowestValue 1.0e0");
  }

  @Test
  void nanIsOnlyCountedAndInfinityCountsAsAnyValue() {
    tell(
        run ->
            List.of(2.0, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN)
                .forEach(loss -> epoch(run, "loss", loss, Split.VALIDATION)));
    assertThat(statements.of("summary-validation-loss"))
        .contains(
            "provdl:valueCount 4",
            "provdl:nanCount 2",
            "provdl:firstNanEpoch 3",
            "provdl:bestValue 2.0e0",
            "provdl:lowestValue 2.0e0",
            "provdl:highestValue \"INF\"^^xsd:double",
            "provdl:lastValue \"INF\"^^xsd:double",
            "provdl:meanValue \"INF\"^^xsd:double");
  }

  @Test
  void whereAllIsNanThereIsNoValue() {
    tell(run -> run.measure("loss", Double.NaN, Split.TEST));
    assertThat(statements.of("summary-test-loss"))
        .containsExactlyInAnyOrder(
            "rdf:type provdl:MetricSummary",
            "rdf:type prov:Entity",
            "rdfs:label \"loss\"",
            "provdl:summarizes provdl:loss",
            "provdl:metric provdl:loss",
            "provdl:split provdl:testData",
            "provdl:valueCount 1",
            "provdl:nanCount 1",
            "prov:wasGeneratedBy :training");
  }

  @Test
  void infinitiesOfBothSignsHaveNoMean() {
    tell(
        run -> {
          run.measure("gain", Double.NEGATIVE_INFINITY, Split.TEST);
          run.measure("gain", Double.POSITIVE_INFINITY, Split.TEST);
        });
    assertThat(statements.of("summary-test-gain"))
        .contains(
            "provdl:lowestValue \"-INF\"^^xsd:double", "provdl:highestValue \"INF\"^^xsd:double")
        .noneMatch(statement -> statement.startsWith("provdl:meanValue"));
  }

  @Test
  void everyValueOfAnEpochCounts() {
    tell(
        run -> {
          run.startEpoch();
          run.endEpoch();
          run.measure("accuracy", 0.5, Split.TEST);
          run.measure("accuracy", 1, Split.TEST);
          run.measure("accuracy", 0, Split.TEST);
        });
    assertThat(statements.of("summary-test-accuracy"))
        .contains(
            "provdl:valueCount 3",
            "provdl:bestEpoch 1",
            "provdl:meanValue 0.5e0",
            "prov:wasDerivedFrom :epoch-1-metric-test-accuracy-2",
            "prov:wasDerivedFrom :epoch-1-metric-test-accuracy-3");
  }

  @Test
  void aValueOutsideOfEpochsHasNoEpoch() {
    tell(
        run -> {
          run.iterate(3, 10);
          run.iterate(1, 10);
        });
    assertThat(statements.of("summary-training-loss"))
        .contains("provdl:bestValue 2.0e0", "prov:wasDerivedFrom :metric-training-loss")
        .noneMatch(statement -> statement.startsWith("provdl:bestEpoch"));
    assertThat(statements.of("training"))
        .contains("provdl:epochCount 0")
        .noneMatch(statement -> statement.contains("EpochInSeconds"));
  }

  @Test
  void aRunThatIsRunningHasNone() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.choose(Setting.ofModel("learningRate", 0.1));
      epoch(run, "accuracy", 0.5, Split.VALIDATION);
      assertThat(capture.flush(Duration.ofSeconds(10))).isTrue();
      assertThat(statements.of("epoch-1-metric-validation-accuracy")).isNotEmpty();
      assertThat(statements.of("summary-validation-accuracy")).isEmpty();
      assertThat(statements.of("training"))
          .noneMatch(statement -> statement.matches("provdl:(epochCount|settingsSha256) .*"));
    }
    assertThat(statements.of("summary-validation-accuracy")).isNotEmpty();
  }

  @Test
  void aRunThatFailedOrWasBrokenOffHasOne() {
    tell(
        run -> {
          epoch(run, "accuracy", 0.5, Split.VALIDATION);
          run.startEpoch();
          run.iterate(1, 1);
          run.fail(new IllegalStateException("no memory"));
        });
    assertThat(statements.of("training"))
        .contains(
            "provdl:status provdl:failed",
            "provdl:epochCount 2",
            "provdl:meanEpochInSeconds 2.0e0",
            "provdl:longestEpochInSeconds 2.0e0");
    assertThat(statements.of("summary-training-loss"))
        .contains("provdl:bestValue 1.0e0", "provdl:bestEpoch 2");
  }

  @Test
  void epochsWithoutMetricsHaveTimesOnly() {
    tell(
        run -> {
          run.startEpoch();
          run.endEpoch();
          run.startEpoch();
          run.choose(Setting.ofModel("own", 1)); // a second more
          run.endEpoch();
        });
    assertThat(statements.of("training"))
        .contains(
            "provdl:epochCount 2",
            "provdl:meanEpochInSeconds 1.5e0",
            "provdl:longestEpochInSeconds 2.0e0");
    assertThat(dataset.contains(null, null, null, PROVDL.MetricSummary.asNode())).isFalse();
  }

  @Test
  void runsThatDifferInSeedsAndOrderHaveTheSameSettings() {
    List<Setting> settings =
        List.of(
            Setting.ofModel("learningRate", 0.1),
            Setting.ofModel("seed", 1),
            Setting.ofModel("shuffle Seed", 2),
            Setting.ofLayer(1, "learningRate", 0.1),
            Setting.ofModel("name", "\u6570 \"a\"\n"));
    List<Setting> others = new ArrayList<>(settings);
    others.set(1, Setting.ofModel("seed", 3));
    others.set(2, Setting.ofModel("randomGeneratorSeed", 4));
    Collections.reverse(others);
    assertThat(settingsSha256(settings)).isEqualTo(settingsSha256(others)).hasSize(64 + 2);
  }

  @Test
  void settingsDifferInNameLayerAndValue() {
    assertThat(
            List.of(
                settingsSha256(List.of(Setting.ofModel("a", 1))),
                settingsSha256(List.of(Setting.ofModel("b", 1))),
                settingsSha256(List.of(Setting.ofLayer(0, "a", 1))),
                settingsSha256(List.of(Setting.ofLayer(1, "a", 1))),
                settingsSha256(List.of(Setting.ofModel("a", 2))),
                settingsSha256(List.of(Setting.ofModel("a", "1"))),
                settingsSha256(List.of(Setting.ofModel("a", Double.NaN))),
                settingsSha256(List.of(Setting.ofModel("a", "NaN"))),
                settingsSha256(List.of(Setting.ofModel("a", true)))))
        .doesNotHaveDuplicates();
  }

  @Test
  void equalNumbersOfAnyTypeAreTheSameValue() {
    assertThat(
            List.<Object>of(
                    20,
                    20L,
                    20.0,
                    20f,
                    BigInteger.valueOf(20),
                    new BigDecimal("20.00"),
                    new BigDecimal("2E1"))
                .stream()
                .map(value -> settingsSha256(List.of(Setting.ofModel("epochs", value))))
                .distinct())
        .hasSize(1);
    assertThat(settingsSha256(List.of(Setting.ofModel("a", -0.0))))
        .isEqualTo(settingsSha256(List.of(Setting.ofModel("a", 0))));
  }

  @Test
  void whatAnAdaptationChangesIsNotWhatTheRunStartedWith() {
    List<Setting> settings =
        List.of(Setting.ofModel("learningRate", 0.1), Setting.ofModel("batchSize", 8));
    String unchanged = settingsSha256(settings);
    tell(
        run -> {
          settings.forEach(run::choose);
          run.adapt(Setting.ofModel("learningRate", 0.01), "flat", Responsible.OPERATOR);
          run.choose(Setting.ofModel("batchSize", 16));
          run.adapt(Setting.ofLayer(3, "learningRate", 0.5), "flat", Responsible.OPERATOR);
        });
    assertThat(statements.of("training", PROVDL.settingsSha256.asNode())).isEqualTo(unchanged);
  }

  @Test
  void withoutSettingsOrWithSeedsAloneThereIsNoHash() {
    tell(run -> run.choose(Setting.ofModel("seed", 42)));
    assertThat(dataset.contains(Node.ANY, Node.ANY, PROVDL.settingsSha256.asNode(), Node.ANY))
        .isFalse();
  }

  private static String settingsSha256(List<Setting> settings) {
    DatasetGraph own = DatasetGraphFactory.createTxnMem();
    tell(own, run -> settings.forEach(run::choose));
    return new Statements(own).of("training", PROVDL.settingsSha256.asNode());
  }

  private static void epoch(TrainingRun run, String metric, double value, Split split) {
    run.startEpoch();
    run.measure(metric, value, split);
    run.endEpoch();
  }

  private void tell(Consumer<TrainingRun> training) {
    tell(dataset, training);
  }

  private static void tell(DatasetGraph dataset, Consumer<TrainingRun> training) {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      training.accept(run);
    }
  }
}
