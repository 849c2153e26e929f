package org.provdl.examples;

import java.io.IOException;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.dl4j.ProvenanceListener;
import org.provdl.store.ProvenanceStore;
import picocli.CommandLine.Command;

/**
 * Three runs of one experiment with other settings each; the third changes its learning rate on the
 * way.
 */
@Command(
    name = "iris",
    description = "Trains a small network on Fisher's irises, three times.",
    mixinStandardHelpOptions = true)
final class Example1Iris extends ExampleCommand {

  private static final long SEED = 42;
  private static final int EPOCHS = 100;

  private final IrisData data = new IrisData(SEED);

  public static void main(String[] arguments) {
    System.exit(run(new Example1Iris(), arguments));
  }

  @Override
  void train(ProvenanceStore store) throws IOException {
    try (Capture capture = Capture.to(QuadSink.store(store))) {
      train("slow", new Sgd(0.01), 4, capture);
      train("wide", new Adam(0.01), 16, capture);
      train(
          "stepped",
          new Sgd(new MapSchedule(ScheduleType.EPOCH, Map.of(0, 0.5, 50, 0.1, 80, 0.02))),
          16,
          capture);
    }
    print(store, "list-runs");
    print(store, "best-runs");
  }

  private void train(String name, IUpdater updater, int hidden, Capture capture)
      throws IOException {
    MultiLayerNetwork network = network(updater, hidden);
    try (ProvenanceListener provenance =
        ProvenanceListener.builder(network, capture).name(name).experiment("iris").attach()) {
      provenance.run().choose(Setting.ofModel("epochs", EPOCHS));
      DataSetIterator training = data.training();
      DataSetIterator test = data.test();
      provenance.track(training, Split.TRAINING).shuffled(SEED);
      provenance.track(test, Split.TEST).shuffled(SEED);
      provenance.run().prepare(data.split());
      network.fit(training, EPOCHS);
      provenance.evaluated(network.evaluate(test), Split.TEST);
    }
  }

  static MultiLayerNetwork network(IUpdater updater, int hidden) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .updater(updater)
                .list()
                .layer(
                    new DenseLayer.Builder()
                        .nIn(4)
                        .nOut(hidden)
                        .activation(Activation.TANH)
                        .build())
                .layer(
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(hidden)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    network.init();
    return network;
  }
}
