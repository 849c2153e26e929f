package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProcessMeterTest {

  @TempDir private Path zones;

  @Test
  void workIsSeenAtOnce() {
    ProcessMeter meter = new ProcessMeter(zones);
    try {
      ResourceReading before = meter.read();
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
      while (System.nanoTime() - end < 0) {
        Thread.onSpinWait();
      }
      ResourceUse use = meter.read().since(before);
      assertThat(use.processorSeconds()).isGreaterThan(0.02);
      assertThat(use.heapInBytes()).isPositive();
      assertThat(use.garbageCollectionSeconds()).isNotNegative();
    } finally {
      meter.close();
    }
  }

  @Test
  void memoryDevicesAndEnergyAreLookedAtInTheBackground() throws Exception {
    Path zone = Files.createDirectory(zones.resolve("intel-rapl:0"));
    Files.writeString(zone.resolve("name"), "package-0\n");
    Files.writeString(zone.resolve("energy_uj"), "1000000\n");
    ProcessMeter meter = new ProcessMeter(zones);
    try {
      meter.watchDevices(() -> 4096L);
      ResourceReading.Look look = await(meter, seen -> seen.number() > 0);
      assertThat(look.residentMemoryInBytes()).isGreaterThan(1L << 20);
      assertThat(look.energyInJoules()).isZero();
      Files.writeString(zone.resolve("energy_uj"), "3500000\n");
      look = await(meter, seen -> !Double.valueOf(0).equals(seen.energyInJoules()));
      assertThat(look.energyInJoules()).isEqualTo(2.5);
      assertThat(look.deviceMemoryInBytes()).isEqualTo(4096);
    } finally {
      meter.close();
    }
  }

  @Test
  void devicesThatFailAreNotAskedAgainAndAllElseGoesOn() throws InterruptedException {
    ProcessMeter meter = new ProcessMeter(zones);
    try {
      meter.watchDevices(
          () -> {
            throw new IllegalStateException("on purpose");
          });
      ResourceReading.Look look = await(meter, seen -> seen.number() > 1);
      assertThat(look.deviceMemoryInBytes()).isNull();
      assertThat(look.residentMemoryInBytes()).isPositive();
    } finally {
      meter.close();
    }
  }

  private static ResourceReading.Look await(
      ProcessMeter meter, Predicate<ResourceReading.Look> condition) throws InterruptedException {
    while (true) {
      ResourceReading.Look look = meter.read().look();
      if (look != null && condition.test(look)) {
        return look;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
