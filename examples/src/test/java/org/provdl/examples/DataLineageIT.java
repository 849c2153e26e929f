package org.provdl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Split;
import org.provdl.capture.dl4j.ProvenanceListener;
import org.provdl.queries.Catalogue;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.PROVDL;

/** The catalogue's lineage goes from a model that was really trained to the file of the data. */
class DataLineageIT {

  @TempDir private Path directory;

  @Test
  void fromTheTrainedModelThroughTheStepAndItsParametersToTheRawFile() throws Exception {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory);
        ProvenanceServer server = ProvenanceServer.builder(store).port(0).start()) {
      train(store);
      SparqlEndpoint endpoint = SparqlEndpoint.remote(server.queryEndpoint());
      ResultTable models = Catalogue.standard().query("trained-models").on(endpoint);
      String model = node(models.rows().get(0), "model").getURI();
      ResultTable lineage =
          Catalogue.standard().query("lineage").with("entity", model).on(endpoint);
      assertThat(labels(lineage, "DataPreparation")).containsExactly("split");
      assertThat(labels(lineage, "PreparationParameter")).containsExactly("ratio");
      assertThat(labels(lineage, "Dataset")).containsExactly("iris.dat", "training after split");
      assertThat(labels(lineage, "DatasetSplit")).containsExactly("training");
    }
  }

  private static void train(ProvenanceStore store) throws Exception {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(4)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    network.init();
    IrisData data = new IrisData(42);
    DataSetIterator training = data.training();
    try (Capture capture = Capture.to(QuadSink.store(store));
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      provenance.track(training, Split.TRAINING);
      provenance.run().prepare(data.split());
      network.fit(training, 1);
    }
  }

  private static List<String> labels(ResultTable lineage, String kind) {
    return lineage.rows().stream()
        .filter(row -> node(row, "kind").getURI().equals(PROVDL.NS + kind))
        .map(row -> node(row, "label").getLiteralLexicalForm())
        .toList();
  }

  private static Node node(Map<String, Node> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }
}
