package org.provdl.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.provdl.capture.Capture;
import org.provdl.capture.RunDescription;
import org.provdl.capture.TrainingRun;

/** What a capture holds, in memory and on disk, while its sink is away. */
final class MemoryUse {

  private static final int EPOCH = 100;
  private static final int BURST = 500;
  private static final long PAUSE = 1_000_000;
  private static final double MEGABYTE = 1 << 20;

  private MemoryUse() {}

  /** Tells so many events, about 450,000 a second. */
  static List<Row> measure(int events, Workplace workplace)
      throws IOException, InterruptedException {
    Path journals = workplace.fresh("journal");
    Capture.Builder builder =
        Captures.defaults(new DownSink(), journals).closeTimeout(Duration.ofMillis(1));
    try (Capture capture = builder.open();
        TrainingRun run = capture.start(RunDescription.named("memory"))) {
      double before = liveHeap();
      long disk = Workplace.bytesOnDisk(journals);
      heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
      tell(run, events);
      double peak =
          heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE;
      double after = liveHeap();
      String variant = "sink away, %,d events".formatted(events);
      return List.of(
          row(variant, "heap after collection", after - before),
          row(variant, "peak of the heap, garbage too", peak),
          row(variant, "journal", (Workplace.bytesOnDisk(journals) - disk) / MEGABYTE));
    }
  }

  private static void tell(TrainingRun run, int events) {
    for (int event = 0; event < events; event++) {
      if (event % EPOCH == 0) {
        run.startEpoch();
      } else if (event % EPOCH == EPOCH - 1) {
        run.endEpoch();
      } else {
        run.iterate(1.0 / event, 32);
      }
      if (event % BURST == 0) {
        LockSupport.parkNanos(PAUSE);
      }
    }
  }

  private static double liveHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static Row row(String variant, String measure, double megabytes) {
    return new Row("disk", variant, measure, "MB", Estimate.of(megabytes), null);
  }
}
