package org.provdl.capture;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The energy that the processors of the machine draw, and its memory where that is measured apart,
 * by Intel's and AMD's running average power limit (RAPL). Zones that may not be read count for
 * nothing: since 2020, Linux lets only root read them unless told otherwise.
 *
 * <p>Not thread-safe.
 *
 * @see <a href="https://docs.kernel.org/power/powercap/powercap.html">Power Capping Framework</a>
 */
final class EnergyCounter {

  private static final double MICROJOULES = 1e6;

  private final List<Zone> zones = new ArrayList<>();
  private long microjoules;

  /**
   * Begins to count.
   *
   * @param folder where Linux shows the zones: {@code /sys/class/powercap}
   */
  EnergyCounter(Path folder) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "intel-rapl:*")) {
      for (Path zone : found) {
        add(zone);
      }
    } catch (IOException | SecurityException e) {
      // no such platform, or none that tells
    }
  }

  /**
   * A package holds its cores and what else is on the chip; memory is beside it. The whole platform
   * would hold all again.
   */
  private void add(Path zone) {
    String name = String.join("", SystemFile.lines(zone.resolve("name")));
    OptionalLong energy = SystemFile.number(zone.resolve("energy_uj"));
    if ((name.startsWith("package") || name.equals("dram")) && energy.isPresent()) {
      OptionalLong range = SystemFile.number(zone.resolve("max_energy_range_uj"));
      zones.add(new Zone(zone.resolve("energy_uj"), range.orElse(0), energy.getAsLong()));
    }
  }

  /**
   * The energy drawn since this was made, in joules; null where none is measured. A counter that
   * wraps around, after some minutes at the least, must be asked before it does so again.
   */
  @Nullable Double joules() {
    if (zones.isEmpty()) {
      return null;
    }
    for (Zone zone : zones) {
      microjoules += zone.sinceLast();
    }
    return microjoules / MICROJOULES;
  }

  private static final class Zone {
    private final Path file;
    private final long range;
    private long last;

    Zone(Path file, long range, long first) {
      this.file = file;
      this.range = range;
      this.last = first;
    }

    /** What cannot be read now is there at the next time. */
    long sinceLast() {
      long now = SystemFile.number(file).orElse(last);
      long drawn = now >= last ? now - last : Math.max(0, range - last) + now;
      last = now;
      return drawn;
    }
  }
}
