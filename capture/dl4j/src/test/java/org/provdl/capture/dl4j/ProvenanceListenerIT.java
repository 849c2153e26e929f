package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.Quad;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;

class ProvenanceListenerIT {

  private final CapturedGraph graph = new CapturedGraph();

  @Test
  void parametersAreBitIdenticalWithAndWithoutCapture() throws Exception {
    MultiLayerNetwork plain = Iris.network(new Adam(0.01));
    plain.fit(Iris.iterator(), 5);
    MultiLayerNetwork captured = Iris.network(new Adam(0.01));
    try (Capture capture = graph.capture();
        ProvenanceListener provenance = ProvenanceListener.attach(captured, capture, "iris")) {
      captured.fit(Iris.iterator(), 5);
      provenance.evaluated(captured.evaluate(Iris.iterator()), Split.TEST);
    }
    assertThat(bits(captured)).isEqualTo(bits(plain));
  }

  @Test
  void aSinkThatAlwaysFailsChangesNothingInTraining() throws Exception {
    MultiLayerNetwork plain = Iris.network(new Adam(0.01));
    plain.fit(Iris.iterator(), 5);
    MultiLayerNetwork captured = Iris.network(new Adam(0.01));
    try (Capture capture =
            Capture.builder(new AlwaysFailing()).closeTimeout(Duration.ofMillis(200)).open();
        ProvenanceListener provenance = ProvenanceListener.attach(captured, capture, "iris")) {
      captured.fit(Iris.iterator(), 5);
      provenance.saved(Path.of("there is no such file"));
    }
    assertThat(bits(captured)).isEqualTo(bits(plain));
  }

  @Test
  void everyIterationsScoreIsInTheCurveOfItsEpoch() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    Scores scores = new Scores();
    network.setListeners(scores);
    try (Capture capture = graph.capture();
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      network.fit(Iris.iterator(), 4);
    }
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
    try (Capture capture = graph.capture();
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      network.fit(Iris.iterator(), 2);
    }
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
  void settingsOfAllLayersBelongToTheModelAndOthersToTheirLayer() throws Exception {
    train(Iris.network(new Adam(0.01)));
    Map<String, String> ofModel =
        Map.of(
            "learningRate", "0.01e0",
            "updater", "Adam",
            "beta1", "0.9e0",
            "l2", "0.0001e0",
            "seed", "42",
            "weightInit", "Xavier",
            "batchSize", "50",
            "numberOfLayers", "2",
            "optimizationAlgorithm", "STOCHASTIC_GRADIENT_DESCENT");
    ofModel.forEach(
        (name, value) ->
            assertThat(graph.values("?v", setting(name) + "provdl:appliesTo/a provdl:Model"))
                .as(name)
                .hasSize(1)
                .first()
                .satisfies(found -> assertThat(canonical(found)).isEqualTo(canonical(value))));
    assertThat(graph.values("?v", setting("dropout") + "provdl:appliesTo/rdfs:label 'hidden'"))
        .containsExactly("0.2e0");
    assertThat(
            graph.values(
                "?v", setting("activation") + "provdl:appliesTo/provdl:index ?i } } ORDER BY ?i"))
        .containsExactly("TanH", "Softmax");
    assertThat(graph.values("?v", setting("lossFunction") + "provdl:appliesTo/provdl:index 1"))
        .containsExactly("MCXENT");
  }

  @Test
  void everyHyperparameterOfThisNetworkIsOneThatTheOntologyKnows() throws Exception {
    train(Iris.network(new Adam(0.01)));
    assertThat(graph.values("?h", "?h a provdl:Hyperparameter")).isEmpty();
  }

  @Test
  void settingsInsideWrappersAreSettingsOfTheirLayer() throws Exception {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .updater(new Sgd(new MapSchedule(ScheduleType.ITERATION, Map.of(0, 0.5, 1, 0.25))))
                .list()
                .layer(
                    new LastTimeStep(
                        new Bidirectional(
                            Bidirectional.Mode.ADD,
                            new LSTM.Builder().nIn(2).nOut(5).dropOut(0.75).build())))
                .layer(
                    new FrozenLayer(
                        new DenseLayer.Builder().nIn(5).nOut(5).activation(Activation.ELU).build()))
                .layer(
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(5)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    network.init();
    DataSet sequences = new DataSet(Nd4j.rand(6, 2, 4), Nd4j.eye(3).repeat(0, 2));
    try (Capture capture = graph.capture();
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "wrapped")) {
      network.fit(sequences);
      network.fit(sequences);
    }
    assertThat(graph.values("?v", setting("dropout") + "provdl:appliesTo/provdl:index 0"))
        .containsExactly("0.25e0");
    assertThat(graph.values("?v", setting("activation") + "provdl:appliesTo/provdl:index 1"))
        .containsExactly("ELU");
    graph.assertAsk(
        "?new prov:value 0.25e0 ; prov:wasRevisionOf ?old ; provdl:appliesTo/a provdl:Model . ?old prov:value 0.5e0 ; provdl:hyperparameter provdl:learningRate");
    assertThat(graph.values("?a", "?a a provdl:Adaptation")).hasSize(1);
  }

  @Test
  void layersAreDescribedInOrder() throws Exception {
    train(Iris.network(new Adam(0.01)));
    graph.assertAsk(
        "?l provdl:index 0 ; rdfs:label 'hidden' ; provdl:layerType 'DenseLayer' ; provdl:parameterCount 40 ; provdl:inputSize 4 ; provdl:outputSize 8 ; provdl:activationFunction 'TanH'");
    graph.assertAsk(
        "?l provdl:index 1 ; provdl:layerType 'OutputLayer' ; provdl:parameterCount 27 ; provdl:hasInput/provdl:index 0");
    graph.assertAsk("?m a provdl:Model ; provdl:parameterCount 67");
    graph.assertAsk(
        "?c a provdl:ModelConfiguration ; provdl:hasLayer/provdl:index 1 . ?a prov:hadPlan ?c ; prov:agent/rdfs:label 'Deeplearning4j'");
  }

  @Test
  void layersOfAGraphAreFoundThroughItsOtherVertices() throws Exception {
    ComputationGraph network = Iris.graph();
    train(network);
    assertThat(
            graph.values(
                "?name",
                "?l rdfs:label 'out' ; provdl:hasInput/rdfs:label ?name } } ORDER BY ?name"))
        .containsExactly("left", "right");
    assertThat(graph.values("?l", "?l a provdl:Layer FILTER NOT EXISTS { ?l provdl:hasInput ?i }"))
        .hasSize(2);
    graph.assertAsk("?d a provdl:DatasetSplit ; provdl:featureShape '[4]'");
    graph.assertAsk("?m a provdl:Model ; provdl:parameterCount " + network.numParams());
  }

  @Test
  void aGraphTrainsBitIdenticallyToo() throws Exception {
    ComputationGraph plain = Iris.graph();
    plain.fit(Iris.iterator(), 3);
    ComputationGraph captured = Iris.graph();
    try (Capture capture = graph.capture();
        ProvenanceListener provenance = ProvenanceListener.attach(captured, capture, "iris")) {
      captured.fit(Iris.iterator(), 3);
    }
    assertThat(bits(captured)).isEqualTo(bits(plain));
  }

  @Test
  void eachStepOfAScheduleIsOneAdaptationByTheFramework() throws Exception {
    MapSchedule schedule = new MapSchedule(ScheduleType.EPOCH, Map.of(0, 0.1, 2, 0.05, 4, 0.01));
    MultiLayerNetwork network = Iris.network(new Sgd(schedule));
    try (Capture capture = graph.capture();
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      network.fit(Iris.iterator(), 6);
    }
    String adaptation =
        "?new prov:wasGeneratedBy ?a ; prov:value ?after ; prov:wasRevisionOf/prov:value ?before ; provdl:appliesTo/a provdl:Model ."
            + " ?a a provdl:Adaptation ; provdl:duringEpoch ?epoch ; provdl:iteration ?i ; provdl:reason 'schedule MapSchedule' ;"
            + " prov:wasAssociatedWith/rdfs:label 'Deeplearning4j' } } ORDER BY ?i";
    assertThat(
            graph.values(
                "CONCAT(STR(?before), ' ', STR(?after), ' ', STR(?epoch), ' ', STR(?i)) AS ?all",
                adaptation))
        .containsExactly("0.1e0 0.05e0 3 7", "0.05e0 0.01e0 5 13");
    assertThat(graph.values("?a", "?a a provdl:Adaptation")).hasSize(2);
  }

  @Test
  void aRateThatThePersonSetsForOneLayerIsAnAdaptationOfThatLayer() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    try (Capture capture = graph.capture();
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      network.fit(Iris.iterator(), 1);
      network.setLearningRate(1, 0.02);
      network.fit(Iris.iterator(), 2);
    }
    assertThat(graph.values("?a", "?a a provdl:Adaptation")).hasSize(1);
    graph.assertAsk(
        "?new prov:wasGeneratedBy ?a ; prov:value 0.02e0 ; provdl:appliesTo/provdl:index 1 ; prov:wasRevisionOf/prov:value 0.1e0 ."
            + " ?a provdl:duringEpoch 2 ; provdl:iteration 4 ; prov:wasAssociatedWith ?who . ?who a prov:Person . ?e provdl:index 2 ; prov:used ?new");
  }

  @Test
  void evaluationAndSavedFileLeadBackToTheRun(@TempDir Path directory) throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.05));
    Path file = directory.resolve("iris.zip");
    Evaluation evaluation;
    try (Capture capture = graph.capture();
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      network.fit(Iris.iterator(), 10);
      evaluation = network.evaluate(Iris.iterator());
      provenance.evaluated(evaluation, Split.TEST);
      network.save(file.toFile());
      provenance.saved(file);
    }
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
              try (Capture capture = graph.capture();
                  ProvenanceListener provenance =
                      ProvenanceListener.attach(network, capture, "iris")) {
                network.fit(Iris.iterator(), 3);
              }
            })
        .hasMessageContaining("on purpose");
    graph.assertAsk("?t provdl:status provdl:interrupted ; provdl:reason ?why");
    graph.assertAsk(
        "?e a provdl:Epoch ; provdl:index 1 FILTER NOT EXISTS { ?e prov:endedAtTime ?t }");
  }

  @Test
  void aRunThatIsSaidToHaveFailedSaysWhy() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    try (Capture capture = graph.capture();
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      provenance.failed(new IllegalStateException("no data"));
    }
    graph.assertAsk(
        "?t provdl:status provdl:failed ; provdl:reason 'java.lang.IllegalStateException: no data'");
  }

  @Test
  void fittingADataSetWithoutEpochsIsCapturedForTheRun() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    try (Capture capture = graph.capture();
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      network.fit(Iris.flowers());
      network.fit(Iris.flowers());
    }
    graph.assertAsk(
        "?t a provdl:TrainingRun ; provdl:iterationCount 2 ; provdl:exampleCount 300 ; provdl:status provdl:completed");
    graph.assertAsk("?s a provdl:MetricSeries ; prov:wasGeneratedBy/a provdl:TrainingRun");
    graph.assertAsk("?d a provdl:DatasetSplit ; provdl:exampleCount 300");
  }

  @Test
  void onlyTheChosenHyperparametersAreRecorded() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    try (Capture capture = graph.capture();
        ProvenanceListener provenance =
            ProvenanceListener.builder(network, capture)
                .name("iris")
                .experiment("flowers")
                .hyperparameters(List.of("learningRate", "updater")::contains)
                .attach()) {
      provenance.run().choose(Setting.ofModel("epochs", 0));
    }
    assertThat(
            graph.values("?n", "?s a provdl:HyperparameterSetting ; rdfs:label ?n } } ORDER BY ?n"))
        .containsExactly("epochs", "learningRate", "updater");
    graph.assertAsk("?t provdl:partOfExperiment/rdfs:label 'flowers'");
  }

  @Test
  void aClosedListenerIsOffTheNetworkAndOthersStay() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    Scores scores = new Scores();
    network.setListeners(scores);
    try (Capture capture = graph.capture();
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      assertThat(network.getListeners()).hasSize(2);
    }
    assertThat(network.getListeners()).singleElement().isSameAs(scores);
    network.fit(Iris.iterator(), 1);
    assertThat(graph.values("?e", "?e a provdl:Epoch")).isEmpty();
  }

  @Test
  void aNetworkWithoutParametersOrOfAnotherKindIsRefused() {
    try (Capture capture = graph.capture()) {
      MultiLayerNetwork bare =
          new MultiLayerNetwork(Iris.network(new Sgd(0.1)).getLayerWiseConfigurations());
      assertThatThrownBy(() -> ProvenanceListener.attach(bare, capture, "bare"))
          .hasMessageContaining("call init()");
      Model layer = Iris.network(new Sgd(0.1)).getLayer(0);
      assertThat(layer)
          .isInstanceOf(org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer.class);
      assertThatThrownBy(() -> ProvenanceListener.attach(layer, capture, "layer"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("ComputationGraph");
    }
  }

  private void train(Model network) throws Exception {
    try (Capture capture = graph.capture();
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      if (network instanceof MultiLayerNetwork layers) {
        layers.fit(Iris.iterator(), 1);
      } else {
        ((ComputationGraph) network).fit(Iris.iterator(), 1);
      }
    }
  }

  private static String setting(String hyperparameter) {
    return "?s a provdl:HyperparameterSetting ; provdl:hyperparameter provdl:"
        + hyperparameter
        + " ; prov:value ?v ; ";
  }

  private static String canonical(String value) {
    return value.matches("[-0-9.e]+") ? Double.valueOf(value).toString() : value;
  }

  private static byte[] bits(Model network) {
    INDArray parameters = network.params();
    return parameters.dup().data().asBytes();
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

  private static final class AlwaysFailing implements QuadSink {
    @Override
    public void write(List<Quad> quads) {
      throw new IllegalStateException("failing on purpose");
    }

    @Override
    public void close() {
      throw new IllegalStateException("failing on purpose");
    }
  }
}
