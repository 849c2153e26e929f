package org.provdl.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The processor time of threads that are known by their names. */
final class ThreadTimes {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ThreadTimes() {}

  /** The nanoseconds of each by its id, of those that live. */
  static Map<Long, Long> of(Predicate<String> name) {
    return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
        .filter(thread -> thread != null && name.test(thread.getThreadName()))
        .collect(
            Collectors.toMap(
                ThreadInfo::getThreadId,
                thread -> Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()))));
  }
}
