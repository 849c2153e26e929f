package org.provdl.capture.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deeplearning4j.datasets.fetchers.IrisDataFetcher;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The 150 real flowers inside the deeplearning4j-core jar, and small networks for them. */
final class Iris {

  static final int BATCH = 50;

  private Iris() {}

  static DataSet flowers() throws IOException {
    try (InputStream file = IrisDataFetcher.class.getResourceAsStream("/iris.dat")) {
      if (file == null) {
        throw new IOException("iris.dat is not in deeplearning4j-core");
      }
      List<String> rows =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(row -> !row.isBlank())
              .toList();
      INDArray features = Nd4j.zeros(rows.size(), 4);
      INDArray labels = Nd4j.zeros(rows.size(), 3);
      for (int row = 0; row < rows.size(); row++) {
        String[] cells = rows.get(row).split(",", -1);
        for (int column = 0; column < 4; column++) {
          features.putScalar(row, column, Double.parseDouble(cells[column]));
        }
        labels.putScalar(row, Integer.parseInt(cells[4].strip()), 1);
      }
      DataSet flowers = new DataSet(features, labels);
      flowers.shuffle(42);
      return flowers;
    }
  }

  static DataSetIterator iterator() throws IOException {
    return iterator(BATCH);
  }

  static DataSetIterator iterator(int batch) throws IOException {
    return new ListDataSetIterator<>(flowers().asList(), batch);
  }

  static MultiLayerNetwork network(IUpdater updater) {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(42)
            .updater(updater)
            .l2(1e-4)
            .activation(Activation.TANH)
            .list()
            .layer(new DenseLayer.Builder().name("hidden").nIn(4).nOut(8).dropOut(0.8).build())
            .layer(
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nIn(8)
                    .nOut(3)
                    .activation(Activation.SOFTMAX)
                    .build())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }

  static ComputationGraph graph() {
    ComputationGraphConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(7)
            .updater(new Adam(0.01))
            .graphBuilder()
            .addInputs("flower")
            .addLayer("left", new DenseLayer.Builder().nIn(4).nOut(5).build(), "flower")
            .addLayer("right", new DenseLayer.Builder().nIn(4).nOut(3).build(), "flower")
            .addVertex("both", new MergeVertex(), "left", "right")
            .addLayer(
                "out",
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nIn(8)
                    .nOut(3)
                    .activation(Activation.SOFTMAX)
                    .build(),
                "both")
            .setOutputs("out")
            .build();
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    return network;
  }
}
