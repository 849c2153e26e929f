package org.provdl.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.provdl.capture.Capture;
import org.provdl.capture.Dimension;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Split;
import org.provdl.capture.Study;
import org.provdl.capture.StudyOutcome;
import org.provdl.capture.Trial;
import org.provdl.capture.dl4j.ProvenanceListener;
import org.provdl.store.ProvenanceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A random search for good hyperparameters: each trial is a run, and the study says which won. */
@Command(
    name = "study",
    description = "Searches for good hyperparameters of a small network for Fisher's irises.",
    mixinStandardHelpOptions = true)
final class Example3Study extends ExampleCommand {

  private static final long SEED = 42;
  private static final long SEARCH_SEED = 1;
  private static final int EPOCHS = 30;

  @Option(
      names = "--trials",
      description = "How many trials (default: ${DEFAULT-VALUE}).",
      defaultValue = "8")
  int trials = 8;

  private final IrisData data = new IrisData(SEED);

  public static void main(String[] arguments) {
    System.exit(run(new Example3Study(), arguments));
  }

  @Override
  void train(ProvenanceStore store) {
    String iri;
    try (Capture capture = Capture.to(QuadSink.store(store));
        Study study =
            Study.builder(capture, "iris search")
                .experiment("iris")
                .minimize("loss", Split.TEST)
                .over(
                    Dimension.choice("updater", "Sgd", "Adam"),
                    Dimension.logUniform("learningRate", 1e-3, 1),
                    Dimension.integers("hidden", 2, 16))
                .random(trials, SEARCH_SEED)
                .start()) {
      StudyOutcome outcome = study.run(trial -> train(trial, capture));
      new PrintStream(System.out, true, StandardCharsets.UTF_8).println("The winner: " + outcome);
      iri = study.iri();
    }
    print(store, "studies");
    print(store, "trials", "study", iri);
  }

  private double train(Trial trial, Capture capture) throws IOException {
    MultiLayerNetwork network =
        Example1Iris.network(
            updater(trial.value("updater", String.class), trial.real("learningRate")),
            trial.integer("hidden"));
    try (ProvenanceListener provenance =
        ProvenanceListener.builder(network, capture).trial(trial).attach()) {
      DataSetIterator training = data.training();
      provenance.track(training, Split.TRAINING).shuffled(SEED);
      provenance.run().prepare(data.split());
      network.fit(training, EPOCHS);
      double loss = network.score(data.allOfTest());
      provenance.run().measure("loss", loss, Split.TEST);
      return loss;
    }
  }

  private static IUpdater updater(String name, double learningRate) {
    return name.equals("Sgd") ? new Sgd(learningRate) : new Adam(learningRate);
  }
}
