package org.provdl.benchmarks;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Artifact;
import org.provdl.capture.EvaluationResult;
import org.provdl.capture.Parameters;
import org.provdl.capture.Responsible;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/**
 * One training of a laboratory, as a listener tells it.
 *
 * @param settings what was chosen
 * @param data what it trains on
 * @param epochs how many were planned
 * @param outcome how it goes
 * @param adaptations changes of the learning rate in an epoch, of each that has any
 * @param seed of its random numbers
 * @param convolutional whether it begins with convolutions
 */
record LabRun(
    LabSettings settings,
    LabData data,
    int epochs,
    Outcome outcome,
    int adaptations,
    long seed,
    boolean convolutional) {

  private static final int ITERATIONS = 10;
  private static final List<String> FAILURES =
      List.of(
          "Cannot allocate 4294967296 bytes",
          "the data ended before the epoch",
          "\u78c1\u76d8\u5df2\u6ee1 (no space left on device)");

  /** How a training goes. */
  enum Outcome {
    COMPLETED,
    STOPPED_EARLY,
    DIVERGED,
    FAILED,
    INTERRUPTED,
    RUNNING
  }

  /**
   * What a training reached.
   *
   * @param accuracy on the test data
   * @param parameters of the trained model
   */
  record Reached(double accuracy, Parameters parameters) {}

  /** The same settings and data with other random numbers. */
  LabRun again(Outcome next, long otherSeed) {
    return new LabRun(settings, data, epochs, next, adaptations % 2, otherSeed, convolutional);
  }

  Reached tell(TrainingRun run, LabClock clock, LabMachine machine, @Nullable Parameters from) {
    Random random = new Random(seed);
    long before = from == null ? 0 : updates(from);
    settings.tell(run, epochs, seed, convolutional);
    run.computeWith(machine.backend());
    run.startFrom(from == null ? new Parameters(digest(random), 0L) : from);
    data.tell(run);
    clock.pass(Duration.ofSeconds(2));
    int last = lastEpoch(random);
    int broken = outcome == Outcome.DIVERGED ? Math.max(1, last / 2) : Integer.MAX_VALUE;
    for (int epoch = 1; epoch <= last; epoch++) {
      epoch(run, clock, random, epoch, epoch >= broken);
      if (epoch % 20 == 0) {
        run.checkpoint(state(random, before + (long) epoch * ITERATIONS));
      }
    }
    double accuracy = accuracy(last, random);
    Parameters parameters = state(random, before + (long) last * ITERATIONS);
    end(run, clock, random, last, accuracy, parameters);
    return new Reached(accuracy, parameters);
  }

  private int lastEpoch(Random random) {
    boolean whole = outcome == Outcome.COMPLETED || outcome == Outcome.DIVERGED;
    return whole ? epochs : 1 + random.nextInt(epochs);
  }

  private void epoch(TrainingRun run, LabClock clock, Random random, int epoch, boolean diverged) {
    run.startEpoch();
    if ((epoch > 1 && epoch % Math.max(1, epochs / 4) == 0) || adaptations > 1) {
      adapt(run, epoch);
    }
    double accuracy = diverged ? Double.NaN : accuracy(epoch, random);
    double loss = diverged ? Double.NaN : 2.3 * (1 - accuracy);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      clock.pass(Duration.ofMillis(50L + settings.hidden()));
      run.iterate(loss + 0.05 * random.nextDouble(), settings.batchSize());
    }
    double overfitting = Math.max(0, epoch - 0.6 * epochs) * 0.004;
    run.measure("loss", loss + 0.1 + overfitting, Split.VALIDATION);
    run.measure("accuracy", accuracy, Split.VALIDATION);
    run.endEpoch();
  }

  private void adapt(TrainingRun run, int epoch) {
    for (int change = 1; change <= adaptations; change++) {
      double rate = settings.learningRate() / (epoch + change / (adaptations + 1.0));
      run.adapt(
          Setting.ofModel("learningRate", rate), "schedule StepSchedule", Responsible.FRAMEWORK);
    }
  }

  private double accuracy(int epoch, Random random) {
    double learned = 1 - Math.exp(-6.0 * epoch / epochs);
    return Math.max(0.05, settings.quality() * learned) + 0.01 * random.nextDouble();
  }

  private void end(
      TrainingRun run,
      LabClock clock,
      Random random,
      int last,
      double accuracy,
      Parameters parameters) {
    switch (outcome) {
      case RUNNING -> {
        return; // and goes on
      }
      case FAILED ->
          run.fail(new IllegalStateException(FAILURES.get(random.nextInt(FAILURES.size()))));
      case INTERRUPTED -> {
        run.startEpoch();
        run.iterate(1, settings.batchSize());
        clock.pass(Duration.ofSeconds(1));
      }
      case COMPLETED, STOPPED_EARLY, DIVERGED -> {
        if (outcome == Outcome.STOPPED_EARLY) {
          String reason = "ScoreImprovementEpochTerminationCondition(maxEpochsWithNoImprovement=5)";
          run.stop(reason, "loss", last, parameters);
        }
        test(run, clock, random, accuracy, parameters);
        run.save(
            parameters,
            new Artifact("model.zip", "/models/" + seed + ".zip", digest(random), 1L << 20));
      }
    }
    run.close();
  }

  private void test(
      TrainingRun run, LabClock clock, Random random, double accuracy, Parameters parameters) {
    clock.pass(Duration.ofSeconds(3));
    double found = outcome == Outcome.DIVERGED ? Double.NaN : accuracy;
    List<String> labels = data.labels();
    List<Double> byLabel =
        labels.stream().map(label -> found - 0.05 * random.nextDouble()).toList();
    run.evaluate(
        Split.TEST,
        new EvaluationResult(
            Map.of("accuracy", found, "f1", found - 0.01, "precision", found, "recall", found),
            labels,
            Map.of("recall", byLabel),
            labels.stream()
                .map(row -> labels.stream().map(column -> row.equals(column) ? 90L : 2L).toList())
                .toList()),
        parameters);
  }

  private static long updates(Parameters parameters) {
    Long count = parameters.iterationCount();
    return count == null ? 0 : count;
  }

  private static Parameters state(Random random, long updates) {
    return new Parameters(digest(random), updates);
  }

  private static String digest(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
