package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareTest {

  @TempDir private Path proc;

  @Test
  void hardwareThreadsOfOneCoreAreOneCore() throws IOException {
    Files.writeString(
        proc.resolve("cpuinfo"),
        thread(0, 0, 0) + thread(1, 0, 0) + thread(2, 0, 1) + thread(3, 1, 0));
    assertThat(new Hardware(proc).processor()).isEqualTo(new Processor("Model: 9", "Maker", 3, 4));
  }

  @Test
  void processorsThatTellNoCoresAreCoresThemselves() throws IOException {
    Files.writeString(
        proc.resolve("cpuinfo"), "processor\t: 0\n\nprocessor\t: 1\n\nHardware : x\n");
    assertThat(new Hardware(proc).processor()).isEqualTo(new Processor(null, null, 2, 2));
  }

  @Test
  void whatIsNotToldIsUnknown() {
    assertThat(new Hardware(proc).processor()).isNull();
    assertThat(new Hardware(proc).residentMemory()).isNull();
  }

  @Test
  void theMemoryOfTheProcessIsInBytes() throws IOException {
    Files.createDirectory(proc.resolve("self"));
    Files.writeString(proc.resolve("self/status"), "Name:\tjava\nVmRSS:\t   2048 kB\n");
    assertThat(new Hardware(proc).residentMemory()).isEqualTo(2L << 20);
  }

  private static String thread(int number, int socket, int core) {
    return "processor\t: %d\nvendor_id\t: Maker\nmodel name\t: Model: 9\nphysical id\t: %d\ncore id\t\t: %d\n\n"
        .formatted(number, socket, core);
  }
}
