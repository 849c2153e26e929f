package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.learning.config.Adam;
import org.provdl.capture.Split;

/** Epochs, curves, data, evaluations and files are what the network itself says. */
class CapturedTrainingIT {

  private final CapturedGraph graph = new CapturedGraph();

  @Test
  void everyIterationsScoreIsInTheCurveOfItsEpoch() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    Scores scores = new Scores();
    network.setListeners(scores);
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 4));
    List<String> curve =
        graph.values(
            "?v",
            "?s provdl:values ?list ; provdl:epoch/provdl:index ?e . UNFOLD(?list AS ?v, ?i) } } ORDER BY ?e ?i");
    assertThat(curve.stream().map(Double::valueOf)).isEqualTo(scores.values);
    assertThat(scores.values).hasSize(12);
  }

  @Test
  void epochsLossDataAndRunAreWhatTheNetworkSays() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    Scores scores = new Scores();
    network.setListeners(scores);
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 2));
    assertThat(
            graph.values(
                "?loss",
                "?m a provdl:MetricValue ; provdl:metric provdl:loss ; prov:value ?loss ; provdl:epoch/provdl:index ?e } } ORDER BY ?e"))
        .map(Double::valueOf)
        .containsExactly(mean(scores.values.subList(0, 3)), mean(scores.values.subList(3, 6)));
    graph.assertAsk(
        "?e a provdl:Epoch ; provdl:index 2 ; provdl:iterationCount 3 ; provdl:exampleCount 150 ; prov:startedAtTime ?s ; prov:endedAtTime ?t FILTER(?s <= ?t)");
    graph.assertAsk(
        "?d a provdl:DatasetSplit ; provdl:exampleCount 150 ; provdl:featureShape '[4]' ; provdl:labelShape '[3]'");
    graph.assertAsk(
        "?t a provdl:TrainingRun ; provdl:status provdl:completed ; prov:wasAssociatedWith ?f . ?f rdfs:label 'Deeplearning4j' ; provdl:version '1.0.0-M2.1'");
    graph.assertAsk("?n a provdl:ComputeNode ; provdl:backend 'CpuBackend'");
  }

  @Test
  void fittingADataSetWithoutEpochsIsCapturedForTheRun() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.flowers());
          network.fit(Iris.flowers());
        });
    graph.assertAsk(
        "?t a provdl:TrainingRun ; provdl:iterationCount 2 ; provdl:exampleCount 300 ; provdl:status provdl:completed");
    graph.assertAsk("?s a provdl:MetricSeries ; prov:wasGeneratedBy/a provdl:TrainingRun");
    graph.assertAsk("?d a provdl:DatasetSplit ; provdl:exampleCount 300");
  }

  @Test
  void evaluationAndSavedFileLeadBackToTheRun(@TempDir Path directory) throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.05));
    Path file = directory.resolve("iris.zip");
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 10);
          provenance.evaluated(network.evaluate(Iris.iterator()), Split.TEST);
          network.save(file.toFile());
          provenance.saved(file);
        });
    Evaluation evaluation = network.evaluate(Iris.iterator());
    assertThat(
            graph.values(
                "?v",
                "?m provdl:metric provdl:accuracy ; prov:value ?v ; provdl:split provdl:testData"))
        .map(Double::valueOf)
        .containsExactly(evaluation.accuracy());
    graph.assertAsk(
        "?m provdl:metric provdl:f1 ; prov:wasGeneratedBy ?e . ?e a provdl:Evaluation ; prov:used ?model . ?model a provdl:TrainedModel ;"
            + " prov:wasGeneratedBy ?t ; prov:specializationOf/a provdl:Model . ?file a provdl:TrainedModel ; provdl:location ?l ;"
            + " provdl:sha256 ?hash ; prov:wasDerivedFrom ?model . ?t a provdl:TrainingRun ; prov:used ?d . ?d a provdl:DatasetSplit");
    assertThat(graph.values("?m", "?m a provdl:TrainedModel")).hasSize(2);
  }

  @Test
  void aTrainingThatAnExceptionBreaksOffIsInterruptedAndTheExceptionArrives() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    network.addListeners(new ThrowingAt(2));
    assertThatThrownBy(
            () -> {
              graph.capture(network, provenance -> network.fit(Iris.iterator(), 3));
            })
        .hasMessageContaining("on purpose");
    graph.assertAsk("?t provdl:status provdl:interrupted ; provdl:reason ?why");
    graph.assertAsk(
        "?e a provdl:Epoch ; provdl:index 1 FILTER NOT EXISTS { ?e prov:endedAtTime ?t }");
  }

  @Test
  void aRunThatIsSaidToHaveFailedSaysWhy() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    graph.capture(network, provenance -> provenance.failed(new IllegalStateException("no data")));
    graph.assertAsk(
        "?t provdl:status provdl:failed ; provdl:reason 'java.lang.IllegalStateException: no data'");
  }

  @Test
  void aClosedListenerIsOffTheNetworkAndOthersStay() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    Scores scores = new Scores();
    network.setListeners(scores);
    graph.capture(network, provenance -> assertThat(network.getListeners()).hasSize(2));
    assertThat(network.getListeners()).singleElement().isSameAs(scores);
    network.fit(Iris.iterator(), 1);
    assertThat(graph.values("?e", "?e a provdl:Epoch")).isEmpty();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  /** What the network itself says of each iteration. */
  private static final class Scores extends BaseTrainingListener {
    final List<Double> values = new ArrayList<>();

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
      values.add(model.score());
    }
  }

  private static final class ThrowingAt extends BaseTrainingListener {
    private final int last;

    ThrowingAt(int last) {
      this.last = last;
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
      if (iteration >= last) {
        throw new IllegalStateException("broken off on purpose");
      }
    }
  }
}
