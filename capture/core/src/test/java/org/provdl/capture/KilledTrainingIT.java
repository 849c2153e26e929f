package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.store.ProvenanceStore;

/** Kill -9 at any moment costs nothing that was on the disk, and leaves nothing wrong. */
class KilledTrainingIT {

  private static final int KILLS = 50;
  private static final int LONGEST_MILLISECONDS = 700;

  private final Random random = new Random();

  @Test
  void aTrainingKilledAtAnyMomentIsRecoveredAsFarAsItWasTold(@TempDir Path directory)
      throws Exception {
    for (int i = 0; i < KILLS; i++) {
      Path store = directory.resolve("store-" + i);
      long synced = trainAndKill(store, random.nextInt(LONGEST_MILLISECONDS));
      List<RecoveredRun> runs =
          Recovery.toTheirDestinations(directory.resolve("store-" + i + "-journal")).runs();
      if (synced == 0 && runs.isEmpty()) {
        assertThat(content(store).isEmpty()).isTrue();
        continue; // killed before the first event was on the disk
      }
      assertThat(runs).hasSize(1);
      RecoveredRun run = runs.get(0);
      assertThat(run.eventCount()).isGreaterThanOrEqualTo(synced);
      assertThat(run.interrupted()).isTrue();
      assertThat(IsoMatcher.isomorphic(ScriptedTraining.inPeace(run.eventCount()), content(store)))
          .as("the graph of %s", run)
          .isTrue();
      assertThat(directory.resolve("store-" + i + "-journal")).doesNotExist();
    }
  }

  /** Returns how many events the program said were on the disk. */
  private static long trainAndKill(Path store, int milliseconds)
      throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                ScriptedTraining.class.getName(),
                store.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = program.inputReader(StandardCharsets.UTF_8)) {
      String last = output.readLine();
      assertThat(last).startsWith("synced");
      TimeUnit.MILLISECONDS.sleep(milliseconds);
      program.toHandle().destroyForcibly(); // the process itself would close its output too
      program.waitFor();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        last = line.matches("synced \\d+") ? line : last; // the kill may cut a line
      }
      return Long.parseLong(last.substring("synced ".length()));
    }
  }

  private static DatasetGraph content(Path directory) {
    try (ProvenanceStore store = ProvenanceStore.open(directory)) {
      DatasetGraph copy = DatasetGraphFactory.create();
      store.read(
          dataset -> {
            dataset.find().forEachRemaining(copy::add);
            return null;
          });
      return copy;
    }
  }
}
