package org.provdl.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.provdl.capture.Environment;

/**
 * What finding the environment costs, which each capture does once, on a thread of its own: the
 * first one of a process reads the class path.
 */
final class EnvironmentCost {

  private static final String BENCHMARK = "overhead";
  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private EnvironmentCost() {}

  /** To be asked before anything else in the process has found it. */
  static List<Row> rows(Scale scale) {
    List<Row> rows = new ArrayList<>();
    rows.add(row("the first of a process", Estimate.of(milliseconds())));
    double[] later =
        DoubleStream.generate(EnvironmentCost::milliseconds).limit(scale.of(2, 20, 50)).toArray();
    rows.add(row("a later one", Estimate.median(later)));
    return rows;
  }

  private static double milliseconds() {
    long before = THREADS.getCurrentThreadCpuTime();
    Environment.detect(Path.of(""));
    return (THREADS.getCurrentThreadCpuTime() - before) / NANOSECONDS_PER_MILLISECOND;
  }

  private static Row row(String which, Estimate estimate) {
    return new Row(
        BENCHMARK, "finding the environment", which, "ms of CPU, once a capture", estimate, null);
  }
}
