package org.provdl.capture;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is cheap when it is asked: processor time, garbage collection and heap, together less
 * than a microsecond. What is not, a thread of its own looks at each second: 0.1 ms for the memory
 * of the process, less for energy.
 */
final class ProcessMeter implements ResourceMeter {

  /** From one look to the next. Shorter epochs may have none. */
  static final Duration INTERVAL = Duration.ofSeconds(1);

  private static final Duration CLOSING_TIME = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(ProcessMeter.class);

  private final com.sun.management.OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final Path energyZones;
  private final Worker worker = new Worker("provdl-resources", INTERVAL, this::look, () -> {});
  private volatile ResourceReading.@Nullable Look last;
  private volatile @Nullable LongSupplier devices;

  private final Hardware hardware = Hardware.ofThisMachine();

  // Of the worker alone.
  private @Nullable EnergyCounter energy;
  private long looks;

  /**
   * A meter that looks at once, and then each second.
   *
   * @param energyZones {@code /sys/class/powercap}
   */
  ProcessMeter(Path energyZones) {
    this.energyZones = energyZones;
    worker.start();
  }

  static ProcessMeter ofThisProcess() {
    return new ProcessMeter(Path.of("/sys/class/powercap"));
  }

  @Override
  public ResourceReading read() {
    Runtime runtime = Runtime.getRuntime();
    long collecting = 0;
    for (GarbageCollectorMXBean collector : collectors) {
      collecting += Math.max(0, collector.getCollectionTime());
    }
    return new ResourceReading(
        system.getProcessCpuTime(), collecting, runtime.totalMemory() - runtime.freeMemory(), last);
  }

  @Override
  public void watchDevices(LongSupplier bytesInUse) {
    devices = bytesInUse;
  }

  @Override
  public void close() {
    worker.close(CLOSING_TIME);
  }

  private boolean look(boolean asked) {
    if (energy == null) {
      energy = new EnergyCounter(energyZones);
    }
    LongSupplier used = devices;
    looks++;
    last =
        new ResourceReading.Look(
            looks,
            hardware.residentMemory(),
            used == null ? null : deviceMemory(used),
            energy.joules());
    return true;
  }

  /** Asked once more never, where it fails: it is not ours. */
  private @Nullable Long deviceMemory(LongSupplier bytesInUse) {
    try {
      return bytesInUse.getAsLong();
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("The memory of the accelerators is no longer captured: {}", e.toString());
      devices = null;
      return null;
    }
  }
}
