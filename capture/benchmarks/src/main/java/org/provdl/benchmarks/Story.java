package org.provdl.benchmarks;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.provdl.capture.Artifact;
import org.provdl.capture.Capture;
import org.provdl.capture.Layer;
import org.provdl.capture.Parameters;
import org.provdl.capture.Responsible;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/**
 * Many trainings as a listener would tell them, one after another, without training anything:
 * thirty settings, six layers, epochs of fifty iterations with the validation's metrics, a change
 * of the learning rate every ten epochs and a checkpoint every five, a test and a saved model.
 *
 * @param runs how many trainings
 * @param epochs how many epochs each of them has
 */
record Story(int runs, int epochs) {

  private static final int ITERATIONS = 50;

  private static final int BATCH = 32;
  private static final int LAYERS = 6;
  private static final List<String> LAYER_SETTINGS =
      List.of("activationFunction", "weightInitialization", "l2", "dropout");

  void tell(Capture capture) {
    tell(capture, () -> {});
  }

  /** Does something after each epoch. */
  void tell(Capture capture, Runnable afterEpoch) {
    for (int number = 0; number < runs; number++) {
      RunDescription description =
          RunDescription.named("training " + number).inExperiment("benchmark");
      try (TrainingRun run = capture.start(description)) {
        tell(run, number, afterEpoch);
      }
    }
  }

  private void tell(TrainingRun run, int number, Runnable afterEpoch) {
    Random random = new Random(number);
    describe(run);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      run.startEpoch();
      for (int iteration = 0; iteration < ITERATIONS; iteration++) {
        run.iterate(Math.exp(-0.01 * epoch) + 0.1 * random.nextDouble(), BATCH);
      }
      run.endEpoch();
      String state = digest(random);
      run.evaluate(
          Split.VALIDATION,
          Map.of("loss", random.nextDouble(), "accuracy", random.nextDouble()),
          epoch % 5 == 0 ? Parameters.of(state) : null);
      if (epoch % 10 == 0) {
        run.adapt(
            Setting.ofModel("learningRate", 1.0 / epoch),
            "schedule StepSchedule",
            Responsible.FRAMEWORK);
      }
      afterEpoch.run();
    }
    Parameters last = Parameters.of(digest(random));
    run.evaluate(
        Split.TEST, Map.of("accuracy", random.nextDouble(), "f1", random.nextDouble()), last);
    run.save(last, new Artifact("model.zip", "model.zip", digest(random), 1 << 20));
  }

  private void describe(TrainingRun run) {
    run.configure(
        "{}",
        235_146,
        IntStream.range(0, LAYERS)
            .mapToObj(
                layer ->
                    new Layer(
                        "layer " + layer, "DenseLayer", 32_896L, 256L, 128L, "ReLU", List.of()))
            .toList());
    run.choose(Setting.ofModel("learningRate", 0.1));
    run.choose(Setting.ofModel("batchSize", BATCH));
    run.choose(Setting.ofModel("epochs", epochs));
    run.choose(Setting.ofModel("seed", 42L));
    for (int layer = 0; layer < LAYERS; layer++) {
      for (String name : LAYER_SETTINGS) {
        run.choose(Setting.ofLayer(layer, name, 0.5));
      }
    }
    run.source(Split.TRAINING, new Artifact("data.csv", "data.csv", "ab".repeat(32), 1 << 20));
    run.see(Split.TRAINING, (long) ITERATIONS * BATCH, "[784]", "[10]");
    run.see(Split.VALIDATION, 320, "[784]", "[10]");
  }

  private static String digest(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
