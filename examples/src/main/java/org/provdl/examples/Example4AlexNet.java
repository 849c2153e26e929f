package org.provdl.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.dl4j.ProvenanceListener;
import org.provdl.queries.Condition;
import org.provdl.store.ProvenanceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * AlexNet learns the images of a folder. A rule asks the store after each epoch whether the
 * accuracy still improves, and divides the learning rate where it does not.
 */
@Command(
    name = "alexnet",
    description =
        "Trains AlexNet on a folder of JPEG files: a folder for each class, or as in the 17 Category Flower Dataset of Oxford.",
    mixinStandardHelpOptions = true)
final class Example4AlexNet extends ExampleCommand {

  static final long SEED = 42;

  @Parameters(paramLabel = "FOLDER", description = "Where the images are.")
  private Path folder = Path.of("jpg");

  @Option(
      names = "--epochs",
      description = "Passes over the training data (default: ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private int epochs = 20;

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      description = "The height and width that images are scaled to (default: ${DEFAULT-VALUE}).",
      defaultValue = "224")
  private int size = 224;

  @Option(
      names = "--batch",
      description = "How many images are learnt from at a time (default: ${DEFAULT-VALUE}).",
      defaultValue = "32")
  private int batch = 32;

  @Option(
      names = "--filters",
      description =
          "Those of the first layer; fewer make the whole network narrower (default: ${DEFAULT-VALUE}).",
      defaultValue = "96")
  private int filters = AlexNet.FILTERS;

  @Option(
      names = "--rate",
      description = "The learning rate at the start (default: ${DEFAULT-VALUE}).",
      defaultValue = "0.01")
  private double rate = 0.01;

  @Option(
      names = "--patience",
      paramLabel = "EPOCHS",
      description =
          "The rate is divided by 5 when the accuracy did not rise by 0.01 in so many (default: ${DEFAULT-VALUE}).",
      defaultValue = "3")
  private int patience = 3;

  @Option(
      names = "--model",
      description = "Where the trained network is saved (default: ${DEFAULT-VALUE}).",
      defaultValue = "alexnet-model.zip")
  private Path model = Path.of("alexnet-model.zip");

  public static void main(String[] arguments) {
    System.exit(run(new Example4AlexNet(), arguments));
  }

  @Override
  void train(ProvenanceStore store) throws IOException {
    ImageFolder images = new ImageFolder(folder, SEED);
    ImageData data = new ImageData(images, size, batch, SEED);
    MultiLayerNetwork network = AlexNet.create(size, filters, images.labels().size(), rate, SEED);
    String run;
    try (Capture capture = Capture.to(QuadSink.store(store));
        ProvenanceListener provenance =
            ProvenanceListener.builder(network, capture)
                .name("alexnet")
                .experiment("alexnet")
                .attach()) {
      run = provenance.run().iri();
      provenance.run().choose(Setting.ofModel("epochs", epochs));
      provenance
          .when(stagnation(store))
          .cooldown(patience - 1)
          .adapt(
              "divide the rate on a plateau",
              () -> network.setLearningRate(network.getLearningRate(0) / 5));
      train(network, data, provenance);
      network.save(model.toFile());
      provenance.saved(model);
    }
    print(store, "epochs", "run", run);
    print(store, "epoch-times");
    print(store, "adaptations", "run", run);
    print(store, "best-runs");
  }

  private Condition stagnation(ProvenanceStore store) {
    return query("improves-too-slowly")
        .with(
            Map.of(
                "metric", "provdl:accuracy", "epochs", Integer.toString(patience), "gain", "0.01"))
        .condition(endpoint(store));
  }

  private void train(MultiLayerNetwork network, ImageData data, ProvenanceListener provenance)
      throws IOException {
    DataSetIterator training = data.training();
    DataSetIterator validation = data.validation();
    DataSetIterator test = data.test();
    provenance
        .track(training, Split.TRAINING)
        .from(folder)
        .shuffled(SEED)
        .prepared(ImageData.augmentation(SEED));
    provenance.track(validation, Split.VALIDATION).from(folder);
    provenance.track(test, Split.TEST).from(folder);
    provenance.run().prepare(data.split());
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
      }
    }
    provenance.evaluated(network.evaluate(test), Split.TEST);
  }
}
