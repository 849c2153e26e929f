package org.provdl.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.jspecify.annotations.Nullable;

/**
 * A training whose n-th event is always the same. As a program it trains into a store until it is
 * killed, and prints how many events are on the disk for certain.
 */
final class ScriptedTraining {

  /** Events that starting a run makes: the start and the environment. */
  static final int FIRST_EVENTS = 2;

  private static final int EPOCH = 20;

  private final Capture capture;
  private final TrainingRun run;
  private long told = FIRST_EVENTS;

  ScriptedTraining(Capture.Builder builder) {
    capture = builder.open();
    capture.awaitEnvironment(); // which is then always told with the start
    run = Runs.start(capture);
  }

  public static void main(String[] arguments) throws InterruptedException, IOException {
    Capture.Builder builder = Runs.capture(QuadSink.store(Path.of(arguments[0])));
    ScriptedTraining training = new ScriptedTraining(builder.pace(Duration.ofMillis(30)));
    System.out.println("synced 0");
    while (true) {
      for (int i = 0; i < 10 * EPOCH; i++) {
        training.tellNext();
        if (i % EPOCH == 0) {
          TimeUnit.MILLISECONDS.sleep(4);
        }
      }
      long before = training.told;
      if (training.capture.sync(Duration.ofSeconds(10))) {
        System.out.println("synced " + before);
      }
    }
  }

  /**
   * The graph of the first events, told in peace, of a process that then ended.
   *
   * @param damage what is wrong with the end of the journal: the kill may have cut a record
   */
  static DatasetGraph inPeace(long events, @Nullable String damage) {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    if (events == 0) {
      return dataset;
    }
    TickingClock clock = new TickingClock();
    Capture.Builder builder = Runs.capture(QuadSink.memory(dataset)).clock(clock);
    if (events < FIRST_EVENTS) {
      builder.environment(ScriptedTraining::unknown);
    }
    ScriptedTraining training = new ScriptedTraining(builder);
    while (training.told < events) {
      training.tellNext();
    }
    clock.stop();
    training.run.end(
        RunStatus.INTERRUPTED,
        damage == null
            ? "the process ended before the run was closed"
            : "the journal is damaged: " + damage);
    training.capture.close();
    return dataset;
  }

  private static Environment unknown() {
    throw new IllegalStateException("the run ends before its environment is told");
  }

  private void tellNext() {
    long number = told - FIRST_EVENTS;
    told++;
    if (number < 3) {
      describe((int) number);
      return;
    }
    int epoch = (int) ((number - 3) / EPOCH) + 1;
    switch ((int) ((number - 3) % EPOCH)) {
      case 0 -> run.startEpoch();
      case 15 -> run.measure("accuracy", 1 - 1.0 / epoch, Split.VALIDATION);
      case 16 -> run.measure("own \u6570", epoch, Split.TRAINING);
      case 17 ->
          run.adapt(
              Setting.ofModel("learningRate", 1.0 / epoch), "schedule", Responsible.FRAMEWORK);
      case 18 -> run.endEpoch();
      case 19 -> run.checkpoint(Parameters.of("%064x".formatted(epoch)));
      default -> run.iterate(1.0 / number, 32);
    }
  }

  private void describe(int number) {
    switch (number) {
      case 0 -> run.choose(Setting.ofModel("learningRate", 2.0));
      case 1 -> run.choose(Setting.ofModel("batchSize", 32));
      default ->
          run.configure(
              "{}", 12, List.of(new Layer("out", "Output", 12, 3L, 4L, "Softmax", List.of())));
    }
  }
}
