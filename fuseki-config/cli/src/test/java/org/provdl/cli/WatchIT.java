package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RunDescription;
import org.provdl.capture.TrainingRun;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;

/** A query is asked again while a run trains, and ends with it. */
final class WatchIT {

  private static final Duration DELIVERY = Duration.ofSeconds(20);

  @TempDir private Path directory;

  @Test
  void whatChangesIsPrintedUntilTheRunHasEnded() throws Exception {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory.resolve("store"));
        ProvenanceServer server = ProvenanceServer.builder(store).port(0).start();
        Capture capture = Capture.to(QuadSink.store(store))) {
      TrainingRun run = capture.start(RunDescription.named("watched"));
      epoch(run, capture);
      CompletableFuture<Outcome> watching =
          CompletableFuture.supplyAsync(
              () ->
                  Outcome.of(
                      "query", "epochs", "--run=watched", "--watch=1", "--server=" + server.uri()));
      TimeUnit.SECONDS.sleep(3);
      assertThat(watching).isNotDone();
      epoch(run, capture);
      TimeUnit.SECONDS.sleep(2);
      run.close();
      assertThat(capture.flush(DELIVERY)).isTrue();

      Outcome outcome = watching.get(20, TimeUnit.SECONDS);
      assertThat(outcome.error()).isEmpty();
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.output().lines().filter(line -> line.matches("epochs {2}\\d{4}-.*Z")))
          .hasSizeBetween(1, 3);
      assertThat(outcome.output()).contains("║     2 │").doesNotContain("\u001B");
    }
  }

  @Test
  void aRunThatHasEndedIsShownOnce() {
    String store = directory.resolve("store").toString();
    try (Capture capture = Capture.to(QuadSink.store(Path.of(store)));
        TrainingRun run = capture.start(RunDescription.named("done"))) {
      epoch(run, capture);
    }
    Outcome outcome =
        Outcome.of("query", "epochs", "--run", "done", "--store", store, "--watch", "--format=csv");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output().lines()).hasSize(3);
  }

  @Test
  void aStoreOfAnotherProcessLeadsToItsServer() {
    try (ProvenanceStore open = ProvenanceStore.openOrCreate(directory.resolve("store"))) {
      Outcome.of("query", "list-runs", "--watch", "--store", open.directory().toString())
          .isFailure(1, "is open already");
    }
  }

  @Test
  void noTimeAtAllIsRefused() throws IOException {
    ProvenanceStore.openOrCreate(directory.resolve("store")).close();
    String store = directory.resolve("store").toString();

    Outcome.of("query", "list-runs", "--watch=0", "--store", store).isFailure(2, "1 or more");
    Outcome.of("query", "list-runs", "--watch=often", "--store", store).isFailure(2, "'often'");
  }

  private static void epoch(TrainingRun run, Capture capture) {
    run.startEpoch();
    run.iterate(0.5, 32);
    run.endEpoch();
    capture.flush(DELIVERY);
  }
}
