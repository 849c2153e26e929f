package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RunDescription;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;

/** What several processes have recorded, each for itself, comes together. */
final class MergeCommandIT {

  private static String first = "";
  private static String second = "";

  @TempDir private Path directory;
  private String target = "";

  @BeforeAll
  static void record(@TempDir Path recorded) {
    first = record(recorded.resolve("first"), "alpha", "beta");
    second = record(recorded.resolve("second"), "gamma");
  }

  private static String record(Path store, String... names) {
    try (Capture capture = Capture.to(QuadSink.store(store))) {
      for (String name : names) {
        capture.start(RunDescription.named(name)).close();
      }
    }
    return store.toString();
  }

  @BeforeEach
  void nameATarget() {
    target = directory.resolve("target").toString();
  }

  @Test
  void theRunsOfAllSourcesAreInTheTarget() {
    for (int i = 0; i < 2; i++) {
      Outcome outcome = Outcome.of("merge", target, first, second);

      assertThat(outcome.error()).isEmpty();
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.output().lines().toList())
          .satisfiesExactly(
              line -> assertThat(line).startsWith(first + ": 2 runs, ").endsWith(" quads"),
              line -> assertThat(line).startsWith(second + ": 1 run, ").endsWith(" quads"));
      assertThat(runs(target)).contains("alpha", "beta", "gamma").hasLineCount(4);
    }
    assertThat(runs(second)).contains("gamma").hasLineCount(2);
  }

  @Test
  void whatTheTargetHadStays() {
    assertThat(Outcome.of("merge", target, first).exitCode()).isZero();
    assertThat(Outcome.of("merge", target, second).exitCode()).isZero();
    assertThat(runs(target)).contains("alpha", "beta", "gamma");
  }

  @Test
  void aServerTakesThemWhileItServes() {
    try (ProvenanceStore open = ProvenanceStore.openOrCreate(Path.of(target));
        ProvenanceServer server = ProvenanceServer.builder(open).port(0).start()) {
      String url = server.uri().toString();
      Outcome outcome = Outcome.of("merge", "--server", url, first, second);

      assertThat(outcome.error()).isEmpty();
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.output()).hasLineCount(2);
      assertThat(Outcome.of("query", "list-runs", "--server", url, "--format", "csv").output())
          .contains("alpha", "beta", "gamma");
    }
    assertThat(runs(target)).isEqualTo(mergedLocally());
  }

  private String mergedLocally() {
    String other = directory.resolve("other").toString();
    Outcome.of("merge", other, first, second);
    return runs(other);
  }

  @Test
  void aSourceComesWithWhatItsTrainingsHaveLeftInJournals() {
    String third = record(directory.resolve("third"), "delivered");
    FailingSink.leaveBehind("left behind", "store:" + third, third + "-journal");
    Outcome outcome = Outcome.of("merge", target, third);

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.error()).startsWith("provdl: recovered ").hasLineCount(1);
    assertThat(outcome.output()).startsWith(third + ": 2 runs, ");
    assertThat(runs(target)).contains("delivered", "left behind");
  }

  @Test
  void nothingIsWrittenWhenASourceIsNotThere() throws IOException {
    Path notes = Files.writeString(directory.resolve("notes.txt"), "text");

    Outcome.of("merge", target, first, directory.resolve("missing").toString())
        .isFailure(1, "There is no store at");
    Outcome.of("merge", target, first, directory.toString()).isFailure(1, "is not a store");
    Outcome.of("merge", target, first, notes.toString()).isFailure(1, "is not a directory");
    try (ProvenanceStore open = ProvenanceStore.open(Path.of(second))) {
      Outcome.of("merge", target, first, open.directory().toString())
          .isFailure(1, "is open already");
    }
    assertThat(Path.of(target)).doesNotExist();
  }

  @Test
  void aTargetThatCannotBeUsedIsExplainedInOneLine() {
    String sameAsFirst = Path.of(second, "..", "first").toString();

    Outcome.of("merge", first, second, sameAsFirst).isFailure(2, "is among the sources");
    Outcome.of("merge", Path.of(first, "..").toString(), first)
        .isFailure(1, "holds something else than a store");
    Outcome.of("merge", first).isFailure(2, "'SOURCE'", "provdl merge --help");
    Outcome.of("merge").isFailure(2, "TARGET", "provdl merge --help");
    Outcome.of("merge", "--server", "http://127.0.0.1:1/provdl").isFailure(2, "SOURCE");
    Outcome.of("merge", "--server", "localhost", first).isFailure(2, "'localhost'", "http://127");
    Outcome.of("merge", "--server", "http://127.0.0.1:1/provdl", first)
        .isFailure(1, "could not be reached", "Merge again when it works");
    assertThat(runs(first)).hasLineCount(3);
  }

  @Test
  void aServerThatOnlyReadsIsExplainedInOneLine() {
    try (ProvenanceStore open = ProvenanceStore.openOrCreate(Path.of(target));
        ProvenanceServer server =
            ProvenanceServer.builder(open).host("0.0.0.0").insecure().port(0).start()) {
      Outcome.of("merge", "--server", server.uri().toString(), first)
          .isFailure(1, "answered 404", "Merge again when it works");
    }
  }

  private static String runs(String store) {
    return Outcome.of("query", "list-runs", "--store", store, "--format", "csv").output();
  }
}
