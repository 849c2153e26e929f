package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Reproducer;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/** What is around the training: the store, the tables, the exit code. */
final class ReproduceCommandIT {

  private static final String BASE = "https://example.org/provenance/";

  @TempDir private Path directory;
  private String store = "";
  private String classPath = "";

  @BeforeEach
  void writeAClassPath() throws IOException {
    store = directory.resolve("store").toString();
    Path classes = directory.resolve("classes");
    classPath = classes.toString();
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve(Reproducer.class.getName()), FakeReproducer.class.getName());
  }

  @Test
  void theSameIsShownInTablesAndKeptInTheStore() {
    String run = record("same");
    Outcome outcome = Outcome.of("reproduce", run, "--store", store, "--classpath", classPath);

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.error()).startsWith("provdl: training again, 0 epochs");
    assertThat(outcome.output().lines())
        .startsWith(run + " (same)")
        .anyMatch(line -> line.matches("║ Java +│ 17 +│  ?\\[31m25 +│ different ║"))
        .anyMatch(
            line ->
                line.matches(
                    "║ training data, a.csv │ abababababababab │ abababababababab │ same +║"))
        .anyMatch(line -> line.startsWith("Trained again as " + BASE + "run/"))
        .anyMatch(line -> line.matches("║ accuracy, test +│ 0.75 +│ 0.75 +│ same +║"))
        .endsWith("Identical: 2 results.");
    assertThat(Outcome.of("query", "reproductions", "--store", store, "--format", "csv").output())
        .contains("," + run + ",same,")
        .hasLineCount(2);
  }

  @Test
  void anotherAccuracyIsAnExitCode() {
    Outcome outcome =
        Outcome.of("reproduce", record("other"), "--store", store, "--classpath", classPath);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output()).contains("0.5 (1 of 1 differ)", "Different: 1 of 2 results.");
  }

  @Test
  void whatIsImpossibleIsSaidBeforeAnythingIsTrained() {
    Outcome outcome =
        Outcome.of("reproduce", record("impossible"), "--store", store, "--classpath", classPath);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output()).contains("Impossible: test data: It is gone.");
    assertThat(runs()).hasLineCount(2);
  }

  @Test
  void checkingTrainsNothing() {
    Outcome outcome =
        Outcome.of(
            "reproduce", record("same"), "--check", "--store", store, "--classpath", classPath);

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output()).contains("training data, a.csv").doesNotContain("Trained again");
    assertThat(runs()).hasLineCount(2);
  }

  @Test
  void whatIsMissingIsSaidInOneLine() {
    String run = record("same");

    Outcome.of("reproduce", run, "--store", store)
        .isFailure(1, "Deeplearning4j is not in the class path", "fuseki-config/bin/provdl");
    Outcome.of("reproduce", "unknown", "--store", store, "--classpath", classPath)
        .isFailure(2, "There is no run 'unknown' here", "list-runs");
    Outcome.of("reproduce", run, "--store", store, "--classpath", "nowhere/classes")
        .isFailure(2, "There is no nowhere/classes for the class path.");
    Outcome.of("reproduce", run, "--store", directory.resolve("none").toString())
        .isFailure(1, "There is no store at");
  }

  private String runs() {
    return Outcome.of("query", "list-runs", "--store", store, "--format", "csv").output();
  }

  private String record(String name) {
    try (Capture capture = Capture.builder(QuadSink.store(Path.of(store))).base(BASE).open();
        TrainingRun run = capture.start(RunDescription.named(name))) {
      run.evaluate(Split.TEST, Map.of("accuracy", 0.75), null);
      return run.iri();
    }
  }
}
