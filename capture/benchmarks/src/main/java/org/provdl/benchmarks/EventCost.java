package org.provdl.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** The cost of telling one event, on the thread that tells it. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventCost {

  private static final double LOSS = 0.25;
  private static final int EXAMPLES = 32;

  /** What JMH computes in about the time of an event, which the medians show. */
  private static final long TOKENS = 20;

  /** Made by JMH. */
  public EventCost() {}

  /**
   * Nothing at the pace of a fast training that is captured: what the measuring itself costs then.
   *
   * @param open the run
   * @param pace the pace
   */
  @Benchmark
  public void pacedNothing(OpenRun open, Paced.AfterIteration pace) {}

  /**
   * Nothing at the pace of tiny epochs.
   *
   * @param open the run
   * @param pace the pace
   */
  @Benchmark
  public void pacedNoEpoch(OpenRun open, Paced.AfterEpoch pace) {}

  /**
   * An iteration at the pace of a fast training.
   *
   * @param open the run
   * @param pace the pace
   */
  @Benchmark
  public void pacedIteration(OpenRun open, Paced pace) {
    open.run().iterate(LOSS, EXAMPLES);
  }

  /**
   * An iteration among a thousand.
   *
   * @param open the run
   * @param pace the pace
   */
  @Benchmark
  public void burstOfIterations(OpenRun open, Bursts pace) {
    open.run().iterate(LOSS, EXAMPLES);
  }

  /**
   * Other work that takes as long as an event, among a thousand events: how often a thread is
   * stopped in so much time.
   *
   * @param open the run
   * @param pace the pace
   */
  @Benchmark
  public void burstOfWork(OpenRun open, Bursts.AfterIteration pace) {
    Blackhole.consumeCPU(TOKENS);
  }

  /**
   * An iteration that comes faster than any writer can follow, so that the queue is full.
   *
   * @param open the run
   */
  @Benchmark
  public void floodOfIterations(OpenRun open) {
    open.run().iterate(LOSS, EXAMPLES);
  }

  /**
   * The end of an epoch and the beginning of the next, which are two events.
   *
   * @param open the run
   * @param pace the pace
   */
  @Benchmark
  public void pacedEpoch(OpenRun open, Paced.Epochs pace) {
    open.nextEpoch();
  }
}
