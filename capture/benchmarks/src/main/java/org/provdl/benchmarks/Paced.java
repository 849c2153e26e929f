package org.provdl.benchmarks;

import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The pace of a fast training: an iteration about every millisecond and an epoch every hundred.
 * Between two events a thread works on more memory than the nearest caches hold, as training does,
 * and sleeps for the rest, so that several threads do not fight for few processors.
 */
@State(Scope.Thread)
public class Paced {

  private static final int EPOCH = 100;
  private static final long INTERVAL = 900_000;
  private static final int NUMBERS = 1 << 18;

  private final double[] weights = new double[NUMBERS];
  private final long interval;
  private int events;

  /** Made by JMH. */
  public Paced() {
    this(INTERVAL);
  }

  private Paced(long interval) {
    this.interval = interval;
  }

  /** The same, and an iteration is told before the next is measured. */
  @State(Scope.Thread)
  public static class AfterIteration extends Paced {

    /** Made by JMH. */
    public AfterIteration() {}

    @Override
    void tell(OpenRun open) {
      open.run().iterate(1, 1);
    }
  }

  /** The pace of tiny epochs: one about every ten milliseconds. */
  @State(Scope.Thread)
  public static class Epochs extends Paced {

    /** Made by JMH. */
    public Epochs() {
      super(10 * INTERVAL);
    }
  }

  /** The same, and an epoch ends before the next is measured. */
  @State(Scope.Thread)
  public static class AfterEpoch extends Epochs {

    /** Made by JMH. */
    public AfterEpoch() {}

    @Override
    void tell(OpenRun open) {
      open.nextEpoch();
    }
  }

  /** What is told without being measured, so that the rest of the machine has the same to do. */
  void tell(OpenRun open) {}

  /**
   * Waits for the time of the next event.
   *
   * @param open the run
   */
  @Setup(Level.Invocation)
  public void await(OpenRun open) {
    events++;
    if (events % EPOCH == 0) {
      open.nextEpoch();
    }
    tell(open);
    LockSupport.parkNanos(interval);
    for (int i = 0; i < NUMBERS; i++) {
      weights[i] = weights[i] * 0.5 + events;
    }
  }
}
