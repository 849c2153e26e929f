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
  private int events;

  /** Made by JMH. */
  public Paced() {}

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
    LockSupport.parkNanos(INTERVAL);
    for (int i = 0; i < NUMBERS; i++) {
      weights[i] = weights[i] * 0.5 + events;
    }
  }
}
