package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnergyCounterTest {

  private static final long RANGE = 262_143_328_850L;

  @TempDir private Path folder;

  @Test
  void packagesAndTheirMemoryAddUpAndNothingCountsTwice() throws IOException {
    zone("intel-rapl:0", "package-0", 1_000_000);
    zone("intel-rapl:1", "package-1", 5_000_000);
    zone("intel-rapl:0:0", "core", 7);
    zone("intel-rapl:0:1", "uncore", 7);
    zone("intel-rapl:0:2", "dram", 100);
    zone("intel-rapl:2", "psys", 7);
    zone("intel-rapl-mmio:0", "package-0", 1_000_000);
    EnergyCounter counter = new EnergyCounter(folder);
    assertThat(counter.joules()).isZero();

    draw("intel-rapl:0", 3_000_000);
    draw("intel-rapl:1", 5_500_000);
    for (String other : new String[] {"intel-rapl:0:0", "intel-rapl:2", "intel-rapl-mmio:0"}) {
      draw(other, 99_000_000);
    }
    draw("intel-rapl:0:2", 250_100);
    assertThat(counter.joules()).isEqualTo(2.75);
    assertThat(counter.joules()).isEqualTo(2.75);
  }

  @Test
  void aCounterThatWrapsAroundGoesOn() throws IOException {
    zone("intel-rapl:0", "package-0", RANGE - 1_000_000);
    EnergyCounter counter = new EnergyCounter(folder);
    draw("intel-rapl:0", 500_000);
    assertThat(counter.joules()).isEqualTo(1.5);
    draw("intel-rapl:0", 700_000);
    assertThat(counter.joules()).isEqualTo(1.7);
  }

  @Test
  void aCounterThatWrapsAtAnUnknownPlaceNeverRunsBackwards() throws IOException {
    zone("intel-rapl:0", "package-0", 5_000_000);
    Files.delete(folder.resolve("intel-rapl:0/max_energy_range_uj"));
    EnergyCounter counter = new EnergyCounter(folder);
    draw("intel-rapl:0", 1_000_000);
    assertThat(counter.joules()).isEqualTo(1.0);
  }

  @Test
  void whatMayNotBeReadCountsForNothing() throws IOException {
    zone("intel-rapl:0", "package-0", 1);
    zone("intel-rapl:1", "package-1", 1);
    forbid("intel-rapl:1");
    EnergyCounter counter = new EnergyCounter(folder);
    draw("intel-rapl:0", 1_000_001);
    assertThat(counter.joules()).isEqualTo(1.0);
  }

  @Test
  void aMachineThatLetsNothingBeReadHasNoEnergy() throws IOException {
    zone("intel-rapl:0", "package-0", 1);
    forbid("intel-rapl:0");
    assertThat(new EnergyCounter(folder).joules()).isNull();
  }

  @Test
  void aMachineWithoutCountersHasNoEnergy() throws IOException {
    assertThat(new EnergyCounter(folder).joules()).isNull();
    assertThat(new EnergyCounter(folder.resolve("missing")).joules()).isNull();
    zone("intel-rapl:0", "package-0", 1);
    Files.writeString(folder.resolve("intel-rapl:0/energy_uj"), "none\n");
    assertThat(new EnergyCounter(folder).joules()).isNull();
  }

  @Test
  void aCounterThatIsAwayForAWhileIsCaughtUp() throws IOException {
    zone("intel-rapl:0", "package-0", 0);
    EnergyCounter counter = new EnergyCounter(folder);
    forbid("intel-rapl:0");
    assertThat(counter.joules()).isZero();
    Files.delete(folder.resolve("intel-rapl:0/energy_uj"));
    draw("intel-rapl:0", 2_000_000);
    assertThat(counter.joules()).isEqualTo(2.0);
  }

  private void zone(String zone, String name, long energy) throws IOException {
    Files.createDirectories(folder.resolve(zone));
    Files.writeString(folder.resolve(zone).resolve("name"), name + "\n");
    Files.writeString(folder.resolve(zone).resolve("max_energy_range_uj"), RANGE + "\n");
    draw(zone, energy);
  }

  private void draw(String zone, long energy) throws IOException {
    Files.writeString(folder.resolve(zone).resolve("energy_uj"), energy + "\n");
  }

  /** A folder cannot be read as a file, not even by root. */
  private void forbid(String zone) throws IOException {
    Files.delete(folder.resolve(zone).resolve("energy_uj"));
    Files.createDirectory(folder.resolve(zone).resolve("energy_uj"));
  }
}
