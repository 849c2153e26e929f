package org.provdl.capture;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Captures and runs for tests, the same each time. */
final class Runs {

  static final Environment ENVIRONMENT =
      new Environment(
          "host.example",
          "Linux 6.1 amd64",
          2,
          1024,
          "17.0.15",
          new SourceCode(
              "3f2a9c1d5e6b7a8091a2b3c4d5e6f708192a3b4c",
              "main",
              "https://example.org/digits.git",
              true,
              "ef".repeat(32)),
          new Processor("EPYC 7763", "AuthenticAMD", 64, 128),
          new Container("docker", 1.5, 2048L),
          new JavaProcess(
              "OpenJDK 64-Bit Server VM 17.0.15+6",
              "Debian",
              List.of("-Xmx1g", "-Dtoken=[redacted]"),
              List.of("java", "-Xmx1g", "Digits", "--epochs", "2")),
          new ClassPath(
              List.of(
                  new Library("nd4j-api-1.0.jar", "1.0", "0a".repeat(32), 12),
                  new Library("classes \"2\"", null, null, 5))));

  static final Backend BACKEND =
      new Backend("OPENBLAS", 2L, 4L, "FLOAT", List.of(new Backend.Device("A100", 4096L, "8.0")));

  private static final Parameters FIRST_STATE = Parameters.of("11".repeat(32));
  private static final Parameters LAST_STATE = Parameters.of("22".repeat(32));

  private Runs() {}

  static Capture.Builder capture(QuadSink sink) {
    AtomicInteger number = new AtomicInteger();
    return Capture.builder(sink)
        .clock(new TickingClock())
        .ids(() -> "run-" + number.incrementAndGet())
        .environment(() -> ENVIRONMENT)
        .meter(SilentMeter::new)
        .closeTimeout(Duration.ofSeconds(10));
  }

  /** Starts a run of a known person with a known framework. */
  static TrainingRun start(Capture capture) {
    return capture.start(
        new RunDescription(
            "digits", "first tries", "ada", new Framework("Deeplearning4j", "1.0", "CPU"), null));
  }

  /**
   * Tells a whole training: two epochs, a change of the learning rate, an evaluation, a saved
   * model.
   */
  static void tellAll(TrainingRun run) {
    run.choose(Setting.ofModel("learningRate", 0.01));
    run.choose(Setting.ofModel("warm-up steps", 5));
    run.choose(Setting.ofLayer(1, "dropout", 0.5f));
    run.configure(
        "{}",
        1234,
        List.of(
            new Layer("convolution", "ConvolutionLayer", 208, 1L, 8L, "ReLU", List.of()),
            new Layer("output", "OutputLayer", 1026, 288L, 10L, "Softmax", List.of(0))));
    run.source(
        Split.TRAINING,
        new Artifact("digits.csv.gz", "classpath:digits.csv.gz", "ab".repeat(32), 57512));
    run.startEpoch();
    run.iterate(1.5, 32);
    run.iterate(Double.NaN, 32);
    run.see(Split.TRAINING, 64, "[1, 8, 8]", "[10]");
    run.endEpoch();
    run.evaluate(Split.VALIDATION, Map.of("accuracy", 0.5), FIRST_STATE);
    run.startEpoch();
    run.adapt(
        Setting.ofModel("learningRate", 0.001), "schedule StepSchedule", Responsible.FRAMEWORK);
    run.iterate(0.5, 32);
    run.iterate(0.25, 32);
    run.measure("perplexity", Double.POSITIVE_INFINITY, Split.TRAINING);
    run.endEpoch();
    run.evaluate(Split.TEST, Map.of("accuracy", 0.75), LAST_STATE);
    run.save(LAST_STATE, new Artifact("digits.zip", "digits.zip", "cd".repeat(32), 40960));
    run.trained(LAST_STATE);
    run.computeWith(BACKEND);
    run.reproduce(Capture.DEFAULT_BASE + "run/run-0");
    run.drawFrom("42 1337");
    run.readBy(
        Split.TRAINING,
        new DataReader(
            "org.example.Digits",
            List.of(
                new Preparation.Parameter("batch size", 32),
                new Preparation.Parameter("part", "TRAINING"))));
  }
}
