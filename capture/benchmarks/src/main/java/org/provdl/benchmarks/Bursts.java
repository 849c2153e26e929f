package org.provdl.benchmarks;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A thousand events as fast as they can be told, then a pause until they are delivered: the queue
 * never fills up.
 */
@State(Scope.Thread)
public class Bursts {

  private static final int LENGTH = 1_000;

  private int events;

  /** Made by JMH. */
  public Bursts() {}

  /** The same, and an event is told before the next is measured. */
  @State(Scope.Thread)
  public static class AfterIteration extends Bursts {

    /** Made by JMH. */
    public AfterIteration() {}

    @Override
    void tell(OpenRun open) {
      open.run().iterate(1, 1);
    }
  }

  /** What is told without being measured, so that the rest of the machine has the same to do. */
  void tell(OpenRun open) {}

  /**
   * Waits after each burst.
   *
   * @param open the run
   */
  @Setup(Level.Invocation)
  public void await(OpenRun open) {
    events++;
    if (events % LENGTH == 0) {
      open.nextEpoch();
      open.settle();
    }
    tell(open);
  }
}
