package org.provdl.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.store.Quads.batch;
import static org.provdl.store.Quads.count;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KilledCompactionIT {

  private static final int KILLS = 6;
  private static final int BEFORE = 10_000;

  @Test
  void aProcessKilledWhileItCompactsLeavesAWholeStore(@TempDir Path directory) throws Exception {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory)) {
      store.append(batch("before", BEFORE));
    }
    Random random = new Random(42);
    int appended = 0;
    int interrupted = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int acknowledged = appendUntilKilled(directory, appended, random.nextInt(400));
      interrupted += generations(directory).size() > 1 ? 1 : 0;
      try (ProvenanceStore store = ProvenanceStore.open(directory)) {
        int there = count(store) - BEFORE;
        assertThat(there % 10).as("no half batch").isZero();
        assertThat(there / 10).isBetween(acknowledged, acknowledged + 1);
        appended = there / 10;
      }
      assertThat(generations(directory)).hasSize(1);
    }
    assertThat(interrupted).as("kills in the middle of a compaction").isPositive();
  }

  /** Returns how many appends have been acknowledged in all. */
  private static int appendUntilKilled(Path directory, int first, int delayMillis)
      throws Exception {
    Process process = ChildJvm.start("-Xmx256m", CompactingProcess.class, directory, first);
    try (BufferedReader output = process.inputReader(UTF_8)) {
      String line = output.readLine();
      Thread.sleep(delayMillis);
      // By its handle, because the process itself would close its output.
      process.toHandle().destroyForcibly();
      process.waitFor();
      int acknowledged = first;
      for (; line != null && line.endsWith("."); line = output.readLine()) {
        acknowledged++;
      }
      return acknowledged;
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> generations(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.startsWith("Data-"))
          .toList();
    }
  }
}
