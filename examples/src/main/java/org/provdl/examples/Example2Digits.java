package org.provdl.examples;

import java.io.IOException;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;
import org.provdl.capture.Artifact;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.dl4j.ProvenanceListener;
import org.provdl.store.ProvenanceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A convolutional network learns handwritten digits; its provenance is asked for while it trains
 * and after.
 */
@Command(
    name = "digits",
    description = "Trains a small convolutional network on handwritten digits.",
    mixinStandardHelpOptions = true)
final class Example2Digits extends ExampleCommand {

  private static final long SEED = 42;

  @Option(
      names = "--epochs",
      description = "Passes over the training data (default: ${DEFAULT-VALUE}).",
      defaultValue = "10")
  private int epochs = 10;

  @Option(
      names = "--model",
      description = "Where the trained network is saved (default: ${DEFAULT-VALUE}).",
      defaultValue = "digits-model.zip")
  private Path model = Path.of("digits-model.zip");

  public static void main(String[] arguments) {
    System.exit(run(new Example2Digits(), arguments));
  }

  @Override
  void train(ProvenanceStore store) throws IOException {
    MultiLayerNetwork network = network();
    String run;
    try (Capture capture = Capture.to(QuadSink.store(store));
        ProvenanceListener provenance =
            ProvenanceListener.builder(network, capture)
                .name("digits")
                .experiment("digits")
                .attach()) {
      run = provenance.run().iri();
      provenance.run().choose(Setting.ofModel("epochs", epochs));
      DataSetIterator test = read(Split.TEST, provenance);
      train(network, provenance, store);
      provenance.evaluated(network.evaluate(test), Split.TEST);
      network.save(model.toFile());
      provenance.saved(model);
    }
    print(store, "list-runs");
    print(store, "hyperparameters", "run", run);
    print(store, "metrics-by-epoch", "run", run);
    print(store, "adaptations", "run", run);
    print(store, "best-runs");
    print(store, "trained-models");
    print(store, "lineage", "entity", "sha256-" + Artifact.of(model).sha256(), "settings", "false");
  }

  /** Says how the data is read, and which file it comes from. */
  private static DataSetIterator read(Split split, ProvenanceListener provenance)
      throws IOException {
    DigitsData data = new DigitsData(split, SEED);
    DataSetIterator digits = data.open();
    provenance.track(digits, split).readBy(data).shuffled(SEED);
    provenance.run().source(split, DigitsData.file());
    return digits;
  }

  private void train(
      MultiLayerNetwork network, ProvenanceListener provenance, ProvenanceStore store)
      throws IOException {
    DataSetIterator training = read(Split.TRAINING, provenance);
    DataSetIterator validation = read(Split.VALIDATION, provenance);
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("Training")
            .setUnit(" epochs", 1)
            .setInitialMax(epochs)
            .build()) {
      for (int epoch = 1; epoch <= epochs; epoch++) {
        network.fit(training);
        provenance.evaluated(network.evaluate(validation), Split.VALIDATION);
        bar.step();
        if (epoch == epochs / 2) {
          bar.pause();
          print(store, "metrics-by-epoch", "run", provenance.run().iri());
          bar.resume();
        }
      }
    }
  }

  private static MultiLayerNetwork network() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .updater(new Adam(new StepSchedule(ScheduleType.EPOCH, 0.005, 0.5, 4)))
                .l2(1e-4)
                .activation(Activation.RELU)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).name("edges").nOut(8).build())
                .layer(new ConvolutionLayer.Builder(3, 3).name("strokes").nOut(16).build())
                .layer(
                    new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .name("pool")
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build())
                .layer(new DenseLayer.Builder().name("dense").nOut(64).dropOut(0.7).build())
                .layer(
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .name("digit")
                        .nOut(DigitsData.CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(DigitsData.SIDE, DigitsData.SIDE, 1))
                .build());
    network.init();
    return network;
  }
}
