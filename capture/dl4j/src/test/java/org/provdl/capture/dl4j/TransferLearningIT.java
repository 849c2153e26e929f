package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.provdl.capture.Capture;

/** What TransferLearning froze, kept, replaced, added and removed, and of which model. */
class TransferLearningIT {

  private final CapturedGraph graph = new CapturedGraph();

  @Test
  void layersOfAStackAreKeptFrozenAndReplaced() throws Exception {
    MultiLayerNetwork original = Iris.network(new Adam(0.01));
    graph.capture(original, provenance -> original.fit(Iris.iterator(), 2));
    MultiLayerNetwork transferred =
        new TransferLearning.Builder(original)
            .fineTuneConfiguration(
                new FineTuneConfiguration.Builder().updater(new Sgd(0.1)).build())
            .setFeatureExtractor(0)
            .removeOutputLayer()
            .addLayer(new DenseLayer.Builder().name("more").nIn(8).nOut(6).build())
            .addLayer(output(6).name("layer1").build())
            .build();
    INDArray frozen = transferred.getLayer(0).params().dup();
    train(transferred, original, "tuned");

    assertThat(layers("tuned"))
        .containsExactly("hidden kept true", "more added false", "layer1 replaced false");
    assertThat(transferred.getLayer(0).params()).isEqualTo(frozen);
    assertThat(graph.values("?name", "?m a provdl:Model ; provdl:removedLayer ?name")).isEmpty();
    assertThat(origins("tuned")).containsExactlyInAnyOrder("iris", "tuned");
  }

  @Test
  void aChangeOfALayersSizeReplacesItAndTheNext() throws Exception {
    MultiLayerNetwork original = Iris.network(new Adam(0.01));
    graph.capture(original, provenance -> original.fit(Iris.iterator(), 2));
    MultiLayerNetwork transferred =
        new TransferLearning.Builder(original).nOutReplace(0, 5, WeightInit.XAVIER).build();
    train(transferred, original, "wider");

    assertThat(layers("wider")).containsExactly("hidden replaced false", "layer1 replaced false");
    assertThat(origins("wider")).containsExactly("wider");
    assertThat(
            ModelLineageIT.values(
                graph.dataset,
                "?x",
                "?t rdfs:label 'wider' ; prov:qualifiedUsage ?u . ?u prov:hadRole provdl:originalModel ; prov:entity/prov:wasDerivedFrom ?x"))
        .hasSize(1);
  }

  @Test
  void layersOfAGraphAreKeptFrozenReplacedAddedAndRemoved() throws Exception {
    ComputationGraph original = Iris.graph();
    graph.capture(original, provenance -> original.fit(Iris.iterator(), 2));
    ComputationGraph transferred =
        new TransferLearning.GraphBuilder(original)
            .setFeatureExtractor("left")
            .removeVertexAndConnections("out")
            .addLayer("end", output(8).build(), "both")
            .removeVertexKeepConnections("right")
            .addLayer("right", new DenseLayer.Builder().nIn(4).nOut(3).build(), "flower")
            .setOutputs("end")
            .build();
    train(transferred, original, "tuned");

    assertThat(layers("tuned"))
        .containsExactlyInAnyOrder("left kept true", "right replaced false", "end added false");
    assertThat(graph.values("?name", "?m a provdl:Model ; provdl:removedLayer ?name"))
        .containsExactly("out");
    assertThat(origins("tuned")).containsExactlyInAnyOrder("iris", "tuned");
  }

  private static OutputLayer.Builder output(int inputs) {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nIn(inputs)
        .nOut(3)
        .activation(Activation.SOFTMAX);
  }

  private void train(Model transferred, Model original, String name) throws Exception {
    try (Capture capture = graph.capture();
        ProvenanceListener provenance =
            ProvenanceListener.builder(transferred, capture)
                .name(name)
                .transferredFrom(original)
                .attach()) {
      assertThat(provenance.run().iri()).isNotEmpty();
      if (transferred instanceof MultiLayerNetwork layers) {
        layers.fit(Iris.iterator(), 1);
      } else {
        ((ComputationGraph) transferred).fit(Iris.iterator(), 1);
      }
    }
  }

  private List<String> layers(String run) {
    return graph.values(
        "CONCAT(?name, ' ', STRAFTER(STR(?how), '#'), ' ', STR(?frozen)) AS ?x",
        "?t a provdl:TrainingRun ; rdfs:label '"
            + run
            + "' . ?l a provdl:Layer ; provdl:index ?i ; rdfs:label ?name ; provdl:transferStatus ?how ; provdl:isFrozen ?frozen } } ORDER BY ?i");
  }

  /** The runs that made what the trained model derives from, and itself. */
  private List<String> origins(String run) {
    return ModelLineageIT.values(
        graph.dataset,
        "?name",
        "?m a provdl:TrainedModel ; prov:wasGeneratedBy/rdfs:label '"
            + run
            + "' ; prov:wasDerivedFrom* ?x . ?x prov:wasGeneratedBy/rdfs:label ?name");
  }
}
