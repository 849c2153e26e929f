package org.provdl.examples;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.provdl.capture.Capture;
import org.provdl.capture.Environment;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Responsible;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/**
 * A JVM that tells runs to a server, the same ones each time. Where it is told to, the last of them
 * has no end, and a line is printed after each epoch that is in the server.
 */
final class CapturingProcess {

  static final int RUNS = 4;

  /** The events of a run before its first epoch: the start, the environment, a setting. */
  static final int FIRST_EVENTS = 3;

  /** The events of an epoch. */
  static final int EPOCH_EVENTS = 9;

  private static final int EPOCHS = 25;
  private static final Environment ENVIRONMENT =
      new Environment("host.example", "Linux", 2, 1024, "17", null);

  private CapturingProcess() {}

  public static void main(String[] arguments) {
    String name = arguments[0];
    Path journal = Path.of(arguments[1]);
    boolean endless = Boolean.parseBoolean(arguments[3]);
    try (Capture capture = capture(name, QuadSink.graphStore(URI.create(arguments[2])), journal)) {
      System.out.println("open");
      tellRuns(capture, endless ? RUNS - 1 : RUNS);
      if (endless) {
        tellWithoutEnd(capture);
      }
    }
  }

  /** A capture whose runs have the names of a process. */
  static Capture capture(String name, QuadSink sink, Path journal) {
    AtomicInteger number = new AtomicInteger();
    return Capture.builder(sink)
        .journal(journal)
        .ids(() -> name + "-" + number.incrementAndGet())
        .environment(() -> ENVIRONMENT)
        .withoutResourceUse()
        .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
        .pace(Duration.ofMillis(50))
        .closeTimeout(Duration.ofSeconds(60))
        .open();
  }

  /** Tells runs from their start to their end. */
  static void tellRuns(Capture capture, int runs) {
    for (int i = 0; i < runs; i++) {
      try (TrainingRun run = start(capture)) {
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
          tellEpoch(run, epoch);
        }
      }
    }
  }

  private static void tellWithoutEnd(Capture capture) {
    TrainingRun run = start(capture);
    for (int epoch = 1; ; epoch++) {
      tellEpoch(run, epoch);
      if (!capture.flush(Duration.ofSeconds(60))) {
        return; // nobody is there to kill it
      }
      System.out.println("epoch " + epoch);
    }
  }

  private static TrainingRun start(Capture capture) {
    TrainingRun run = capture.start(RunDescription.named("one of several"));
    run.choose(Setting.ofModel("learningRate", 0.1));
    return run;
  }

  private static void tellEpoch(TrainingRun run, int epoch) {
    run.startEpoch();
    for (int i = 1; i <= 5; i++) {
      run.iterate(1.0 / (epoch + i), 10);
    }
    run.adapt(Setting.ofModel("learningRate", 0.1 / epoch), "decay", Responsible.FRAMEWORK);
    run.measure("accuracy", 1 - 1.0 / epoch, Split.VALIDATION);
    run.endEpoch();
  }
}
