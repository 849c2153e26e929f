package org.provdl.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * What one iteration took, in nanoseconds on average over a block of training.
 *
 * @param wall by the clock
 * @param thread of processor time on the training thread
 * @param process of processor time in the whole process, until all was delivered
 * @param capture of processor time on the threads of the capture and its store, until then
 * @param compiling of time that the just-in-time compiler spent, until then
 */
record Block(double wall, double thread, double process, double capture, double compiling) {

  private static final String CAPTURE = "provdl-";

  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Trains some epochs; nothing of what was before goes on in the background. */
  static Block train(
      MultiLayerNetwork network, DataSetIterator epoch, int epochs, Observation observation) {
    int before = network.getIterationCount();
    Map<Long, Long> captureBefore = captureThreads();
    long compiling = COMPILER.getTotalCompilationTime();
    long process = SYSTEM.getProcessCpuTime();
    long thread = THREADS.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    network.fit(epoch, epochs);
    wall = System.nanoTime() - wall;
    thread = THREADS.getCurrentThreadCpuTime() - thread;
    observation.settle();
    process = SYSTEM.getProcessCpuTime() - process;
    compiling = COMPILER.getTotalCompilationTime() - compiling;
    double capture =
        captureThreads().entrySet().stream()
            .mapToLong(each -> each.getValue() - captureBefore.getOrDefault(each.getKey(), 0L))
            .sum();
    double iterations = network.getIterationCount() - before;
    return new Block(
        wall / iterations,
        thread / iterations,
        process / iterations,
        capture / iterations,
        compiling * NANOSECONDS_PER_MILLISECOND / iterations);
  }

  private static Map<Long, Long> captureThreads() {
    return ThreadTimes.of(name -> name.startsWith(CAPTURE));
  }
}
