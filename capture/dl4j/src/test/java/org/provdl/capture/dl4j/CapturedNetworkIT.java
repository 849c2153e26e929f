package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.provdl.capture.Capture;
import org.provdl.capture.Setting;

/** Settings and layers are those of the network. */
class CapturedNetworkIT {

  private final CapturedGraph graph = new CapturedGraph();

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
    graph.capture(
        network,
        provenance -> {
          network.fit(sequences);
          network.fit(sequences);
        });
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
  void verticesOfAGraphComeAfterItsLayersAndStandBetweenThem() throws Exception {
    ComputationGraph network = Iris.graph();
    train(network);
    assertThat(
            graph.values(
                "CONCAT(STR(?i), ' ', ?name, ' ', ?type) AS ?x",
                "?l provdl:index ?i ; rdfs:label ?name ; provdl:layerType ?type } } ORDER BY ?i"))
        .containsExactly(
            "0 left DenseLayer", "1 right DenseLayer", "2 out OutputLayer", "3 both MergeVertex");
    assertThat(
            graph.values(
                "CONCAT(?to, ' ', ?from) AS ?x",
                "?l rdfs:label ?to ; provdl:hasInput/rdfs:label ?from } } ORDER BY ?to ?from"))
        .containsExactly("both left", "both right", "out both");
    assertThat(graph.values("?v", setting("mergeAxis") + "provdl:appliesTo/rdfs:label 'both'"))
        .containsExactly("1");
    assertThat(graph.values("?v", setting("numberOfLayers"))).containsExactly("3");
    graph.assertAsk("?d a provdl:DatasetSplit ; provdl:featureShape '[4]'");
    graph.assertAsk("?m a provdl:Model ; provdl:parameterCount " + network.numParams());
  }

  @Test
  void settingsOfEachKindHaveTheirScopeAndTheOntologysName() throws Exception {
    MultiLayerNetwork network = Rich.network();
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 1));
    Map<String, String> expected = Rich.settings();
    Map<String, String> found = new TreeMap<>();
    graph
        .values(
            "CONCAT(?scope, ' ', ?name, '=', STR(?v)) AS ?x",
            "?s a provdl:HyperparameterSetting ; rdfs:label ?name ; prov:value ?v ; provdl:appliesTo ?t ;"
                + " provdl:hyperparameter ?h FILTER(STRSTARTS(STR(?h), 'https://w3id.org/provdl#'))"
                + " OPTIONAL { ?t provdl:index ?i } BIND(COALESCE(STR(?i), 'model') AS ?scope)")
        .forEach(
            setting -> {
              String[] parts = setting.split("=", 2);
              found.put(parts[0], canonical(parts[1]));
            });
    assertThat(found).containsAllEntriesOf(expected);
    assertThat(
            graph.values(
                "?name", "?h a provdl:Hyperparameter ; rdfs:label ?name } } ORDER BY ?name"))
        .as("of families that the ontology does not list")
        .containsExactly(
            "biasBeta1",
            "biasBeta2",
            "biasEpsilon",
            "momentumScheduleType",
            "momentumScheduleValues");
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
    graph.capture(
        network,
        provenance -> {
          if (network instanceof MultiLayerNetwork layers) {
            layers.fit(Iris.iterator(), 1);
          } else {
            ((ComputationGraph) network).fit(Iris.iterator(), 1);
          }
        });
  }

  private static String setting(String hyperparameter) {
    return "?s a provdl:HyperparameterSetting ; provdl:hyperparameter provdl:"
        + hyperparameter
        + " ; prov:value ?v ; ";
  }

  private static String canonical(String value) {
    return value.matches("[-0-9.e]+") ? Double.valueOf(value).toString() : value;
  }
}
