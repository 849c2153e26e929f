package org.provdl.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RunDescription;
import org.provdl.capture.TrainingRun;

/**
 * A run of a capture with all defaults into an embedded store, in an epoch; all threads share it.
 */
@State(Scope.Benchmark)
public class OpenRun {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int WARM_UP_ITERATIONS = 1_000;

  /** Where the store is. */
  @Param("")
  public String directory = "";

  /** How many epochs are told before anything is measured. */
  @Param("50")
  public int warmUpEpochs = 50;

  private Capture capture;
  private TrainingRun run;

  /** Made by JMH, which calls {@link #start} next. */
  @SuppressWarnings("NullAway.Init")
  public OpenRun() {}

  /**
   * Starts the run.
   *
   * @throws IOException if there is no room for the store
   */
  @Setup(Level.Trial)
  public void start() throws IOException {
    Workplace workplace = new Workplace(Path.of(directory));
    QuadSink sink = QuadSink.store(workplace.fresh("store"));
    capture = Captures.defaults(sink, workplace.fresh("journal")).open();
    run = capture.start(RunDescription.named("events"));
    run.startEpoch();
    warmUp();
  }

  /** At the pace of a training it would take minutes until all is compiled. */
  private void warmUp() {
    for (int epoch = 0; epoch < warmUpEpochs; epoch++) {
      for (int iteration = 0; iteration < WARM_UP_ITERATIONS; iteration++) {
        run.iterate(1.0 / (1 + iteration), 1);
      }
      nextEpoch();
      settle();
    }
  }

  /** Ends the run. */
  @TearDown(Level.Trial)
  public void end() {
    run.endEpoch();
    run.close();
    capture.close();
  }

  TrainingRun run() {
    return run;
  }

  /** Begins another epoch, so that none grows without end. */
  void nextEpoch() {
    run.endEpoch();
    run.startEpoch();
  }

  /** Waits until all is delivered. */
  void settle() {
    if (!capture.flush(PATIENCE)) {
      throw new IllegalStateException("The events were not delivered in " + PATIENCE);
    }
  }
}
