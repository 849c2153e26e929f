package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.Loss;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.listeners.records.History;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.provdl.capture.Artifact;
import org.provdl.capture.Capture;
import org.provdl.capture.Split;

/** The training of a SameDiff is captured, with what its own history says. */
class SameDiffIT {

  private final CapturedGraph graph = new CapturedGraph();
  @TempDir private Path directory;

  @Test
  void epochsLossesSettingsAndModelAreWhatTheGraphSays() throws Exception {
    SameDiff network = network(new Adam(0.05));
    Losses losses = new Losses();
    network.setListeners(losses);
    List<History> histories = new ArrayList<>();
    try (Capture capture = graph.capture();
        SameDiffProvenance provenance = SameDiffProvenance.attach(network, capture, "iris")) {
      assertThat(provenance.run().iri()).isNotEmpty();
      histories.add(network.fit(Iris.iterator(), 3));
    }
    assertThat(
            graph.values(
                "?v",
                "?s provdl:values ?list ; provdl:epoch/provdl:index ?e . UNFOLD(?list AS ?v, ?n) } } ORDER BY ?e ?n"))
        .map(Double::valueOf)
        .containsExactlyElementsOf(losses.values);
    assertThat(losses.values).hasSize(9);
    List<Double> means =
        graph
            .values(
                "?v",
                "?m a provdl:MetricValue ; provdl:metric provdl:loss ; prov:value ?v ; provdl:epoch/provdl:index ?e } } ORDER BY ?e")
            .stream()
            .map(Double::valueOf)
            .toList();
    for (int epoch = 0; epoch < 3; epoch++) {
      assertThat(means.get(epoch).floatValue())
          .isEqualTo((float) histories.get(0).lossCurve().meanLoss(epoch).totalLoss());
    }
    graph.assertAsk("?m a provdl:Model ; provdl:parameterCount 15");
    graph.assertAsk(
        "?t a provdl:TrainingRun ; provdl:status provdl:completed ; prov:wasAssociatedWith/rdfs:label 'SameDiff'");
    graph.assertAsk(
        "?d a provdl:DatasetSplit ; provdl:exampleCount 150 ; provdl:featureShape '[4]' ; provdl:labelShape '[3]'");
    graph.assertAsk("?s provdl:hyperparameter provdl:updater ; prov:value 'Adam'");
    graph.assertAsk("?s provdl:hyperparameter provdl:learningRate ; prov:value 0.05e0");
    graph.assertAsk("?s provdl:hyperparameter provdl:l2 ; prov:value ?l2 FILTER(?l2 = 0.0001)");
    graph.assertAsk("?s provdl:hyperparameter provdl:batchSize ; prov:value 50");
    graph.assertAsk(
        "?m a provdl:TrainedModel ; provdl:parametersSha256 '"
            + SameDiffReader.parameters(network).sha256()
            + "'");
    assertThat(network.getListeners()).containsExactly(losses);
    assertThat(graph.values("?a", "?a a provdl:Adaptation")).isEmpty();
  }

  @Test
  void aScheduleOfTheLearningRateIsAnAdaptationFromTheIterationThatUsedIt() throws Exception {
    SameDiff network =
        network(new Adam(new MapSchedule(ScheduleType.ITERATION, Map.of(0, 0.1, 4, 0.01))));
    try (Capture capture = graph.capture();
        SameDiffProvenance provenance = SameDiffProvenance.attach(network, capture, "iris")) {
      assertThat(provenance.run().iri()).isNotEmpty();
      network.fit(Iris.iterator(), 2);
    }
    graph.assertAsk(
        "?a a provdl:Adaptation ; provdl:iteration 5 ; provdl:duringEpoch 2 . ?new prov:wasGeneratedBy ?a ; prov:value 0.01e0 ; prov:wasRevisionOf/prov:value 0.1e0");
    assertThat(graph.values("?a", "?a a provdl:Adaptation")).hasSize(1);
  }

  @Test
  void anEvaluationAndAFileAreOfTheStateThatTheGraphIsIn() throws Exception {
    SameDiff network = network(new Adam(0.05));
    Evaluation evaluation = new Evaluation();
    Path file = directory.resolve("iris.fb");
    try (Capture capture = graph.capture();
        SameDiffProvenance provenance = SameDiffProvenance.attach(network, capture, "iris")) {
      network.fit(Iris.iterator(), 5);
      network.evaluate(Iris.iterator(), "scores", evaluation);
      provenance.evaluated(evaluation, Split.TEST);
      network.save(file.toFile(), true);
      provenance.saved(file);
    }
    assertThat(
            graph.values(
                "?v",
                "?m provdl:metric provdl:accuracy ; prov:value ?v ; prov:wasGeneratedBy/prov:used/provdl:parametersSha256 '"
                    + SameDiffReader.parameters(network).sha256()
                    + "'"))
        .map(Double::valueOf)
        .containsExactly(evaluation.accuracy());
    graph.assertAsk(
        "?f provdl:sha256 '"
            + Artifact.of(file).sha256()
            + "' ; prov:wasGeneratedBy/a provdl:TrainingRun");
  }

  @Test
  void anotherSizeOfTheBatchesIsAnAdaptation() throws Exception {
    SameDiff network = network(new Adam(0.05));
    try (Capture capture = graph.capture();
        SameDiffProvenance provenance = SameDiffProvenance.attach(network, capture, "iris")) {
      assertThat(provenance.run().iri()).isNotEmpty();
      network.fit(Iris.iterator(), 1);
      network.fit(Iris.iterator(30), 1);
    }
    graph.assertAsk(
        "?a a provdl:Adaptation ; provdl:iteration 4 . ?new prov:wasGeneratedBy ?a ; prov:value 30 ; prov:wasRevisionOf/prov:value 50");
    assertThat(graph.values("?a", "?a a provdl:Adaptation")).hasSize(1);
  }

  @Test
  void variablesAreBitIdenticalWithAndWithoutCapture() throws Exception {
    SameDiff plain = network(new Adam(0.05));
    plain.fit(Iris.iterator(), 3);
    SameDiff captured = network(new Adam(0.05));
    try (Capture capture = graph.capture();
        SameDiffProvenance provenance = SameDiffProvenance.attach(captured, capture, "iris")) {
      assertThat(provenance.run().iri()).isNotEmpty();
      captured.fit(Iris.iterator(), 3);
    }
    assertThat(SameDiffReader.parameters(captured)).isEqualTo(SameDiffReader.parameters(plain));
  }

  private static SameDiff network(IUpdater updater) {
    SameDiff network = SameDiff.create();
    SDVariable features = network.placeHolder("features", DataType.FLOAT, -1, 4);
    SDVariable labels = network.placeHolder("labels", DataType.FLOAT, -1, 3);
    SDVariable weights =
        network.var("weights", Nd4j.linspace(DataType.FLOAT, -0.5, 0.1, 12).reshape(4, 3));
    SDVariable bias = network.var("bias", Nd4j.zeros(DataType.FLOAT, 3));
    SDVariable scores = features.mmul(weights).add("scores", bias);
    network.loss.softmaxCrossEntropy("loss", labels, scores, null);
    network.setLossVariables("loss");
    network.setTrainingConfig(
        TrainingConfig.builder()
            .updater(updater)
            .l2(1e-4)
            .dataSetFeatureMapping("features")
            .dataSetLabelMapping("labels")
            .build());
    return network;
  }

  /** What the graph itself says of each iteration. */
  private static final class Losses extends BaseListener {
    final List<Double> values = new ArrayList<>();

    @Override
    public boolean isActive(Operation operation) {
      return operation == Operation.TRAINING;
    }

    @Override
    public void iterationDone(SameDiff trained, At at, MultiDataSet batch, Loss loss) {
      values.add(loss.totalLoss());
    }
  }
}
