package org.provdl.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * What an iteration allocates on the thread that tells it. JMH counts the threads that deliver it
 * too.
 */
final class EventAllocation {

  /** The event that holds four fields, 40 bytes, and the Instant in it, 24. */
  private static final double EVENT_BYTES = 64;

  private static final int EVENTS = 1_000;
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  private EventAllocation() {}

  static Row measure(Scale scale, Workplace workplace) throws IOException {
    int rounds = scale.of(2, 200, 200);
    OpenRun open = new OpenRun();
    open.directory = workplace.fresh("event").toString();
    open.start();
    double[] bytes = new double[rounds];
    try {
      for (int round = 0; round < 2 * rounds; round++) { // the first half warms up
        bytes[round % rounds] = burst(open);
        open.nextEpoch();
        open.settle();
      }
    } finally {
      open.end();
    }
    Estimate estimate = Estimate.median(bytes);
    return new Row(
        "event",
        "iteration",
        "allocated, telling thread",
        "bytes an event",
        estimate,
        Bar.atMost(EVENT_BYTES, "bytes", estimate));
  }

  private static double burst(OpenRun open) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < EVENTS; i++) {
      open.run().iterate(1.0 / (i + 1), 32);
    }
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / (double) EVENTS;
  }
}
