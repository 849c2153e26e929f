package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;

/** What other programs have recorded comes into a store. */
final class ImportRunsCommandIT {

  private static final Path RECORDS =
      Path.of("../../capture/trackers/src/test/resources/org/provdl/trackers");
  private static final String MLRUNS = RECORDS.resolve("mlruns").toString();

  @TempDir private Path directory;
  private String store = "";

  @BeforeEach
  void nameAStore() {
    store = directory.resolve("store").toString();
  }

  @Test
  void theRunsOfAllTrackersAreInOneStoreAndAgainNothingChanges() {
    Outcome mlflow = Outcome.of("import-runs", "mlflow", MLRUNS, "--store", store);
    assertThat(mlflow.output())
        .contains("│ sgd", "│ imported", "Not imported: ", "deleted in MLflow")
        .endsWith("4 of 4 runs imported.\n");
    assertThat(mlflow.exitCode()).isEqualTo(1);
    Outcome yprov4ml =
        Outcome.of(
            "import-runs", "yprov4ml", RECORDS.resolve("yprov4ml").toString(), "--store", store);
    assertThat(yprov4ml.output()).endsWith("1 of 1 run imported.\n");
    assertThat(yprov4ml.exitCode()).isZero();
    Outcome dfanalyzer =
        Outcome.of(
            "import-runs",
            "dfanalyzer",
            RECORDS.resolve("dfanalyzer.sql").toString(),
            "--store",
            store);
    assertThat(dfanalyzer.output()).endsWith("2 of 2 runs imported.\n");

    String listed = list("--store", store);
    assertThat(listed).hasLineCount(8).contains("sgd", "wine_GR0_0", "mnist-df/1");
    assertThat(Outcome.of("import-runs", "mlflow", MLRUNS, "--store", store).output())
        .contains("│ unchanged")
        .endsWith("0 of 4 runs imported.\n");
    assertThat(list("--store", store)).isEqualTo(listed);
    assertThat(Outcome.of("verify", store).output()).isEqualTo("7 graphs are as they should be.\n");
  }

  @Test
  void aServerTakesThemWhileItServes() {
    try (ProvenanceStore open = ProvenanceStore.openOrCreate(Path.of(store));
        ProvenanceServer server = ProvenanceServer.builder(open).port(0).start()) {
      String url = server.uri().toString();
      for (String outcome : new String[] {"4 of 4 runs imported.", "0 of 4 runs imported."}) {
        assertThat(Outcome.of("import-runs", "mlflow", MLRUNS, "--server", url).output())
            .contains(outcome);
      }
      assertThat(list("--server", url)).hasLineCount(5);
    }
  }

  @Test
  void aRunThatWentOnIsCompleted() throws IOException {
    Path recorded = Path.of(MLRUNS, "336005824645882306", "755c85867daa4bdd99f682de4316382a");
    Path run = directory.resolve("run");
    Path loss = Files.createDirectories(run.resolve("metrics")).resolve("loss");
    Files.copy(recorded.resolve("metrics/loss"), loss);
    String meta = Files.readString(recorded.resolve("meta.yaml"));
    Files.writeString(run.resolve("meta.yaml"), meta);
    assertThat(Outcome.of("import-runs", "mlflow", run.toString(), "--store", store).output())
        .contains("│ running", "│ imported")
        .endsWith("1 of 1 run imported.\n");

    Files.writeString(loss, Files.readString(loss).stripTrailing() + "\n1767225623000 0.5 2\n");
    Files.writeString(
        run.resolve("meta.yaml"),
        meta.replace("status: 1", "status: 3")
            .replace("end_time: null", "end_time: 1767225624000"));
    Outcome again = Outcome.of("import-runs", "mlflow", run.toString(), "--store", store);

    assertThat(again.output()).contains("│ completed").endsWith("1 of 1 run imported.\n");
    assertThat(list("--store", store)).hasLineCount(2).contains("still going", "completed");
    assertThat(Outcome.of("verify", store).output()).isEqualTo("1 graphs are as they should be.\n");
    assertThat(Outcome.of("validate", "still going", "--store", store).output())
        .isEqualTo("still going: valid\n");
    Files.writeString(loss, "1767225621000 3.0 0\n1767225622000 1.0 1\n");
    assertThat(Outcome.of("import-runs", "mlflow", run.toString(), "--store", store).output())
        .contains("│ changed", "its record does not say any more what was imported before (")
        .endsWith("0 of 1 run imported.\n");
  }

  @Test
  void metricsThatDoNotSayTheirSplitHaveTheOneThatIsNamed() {
    Outcome.of("import-runs", "mlflow", MLRUNS, "--split", "validation", "--store", store);
    assertThat(
            Outcome.of(
                    "query",
                    "best-runs",
                    "--metric",
                    "best_accuracy",
                    "--split",
                    "validation",
                    "--store",
                    store,
                    "--format",
                    "csv")
                .output())
        .contains("search,0.95");
  }

  @Test
  void whatCannotBeReadIsExplainedInOneLine() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "text");
    Outcome.of("import-runs", "mlflow", directory.resolve("missing").toString(), "--store", store)
        .isFailure(1, "There is no folder");
    Outcome.of("import-runs", "yprov4ml", file.toString(), "--store", store)
        .isFailure(1, "is not JSON");
    Outcome.of("import-runs", "dfanalyzer", file.toString(), "--store", store)
        .isFailure(1, "no dataflow of Keras-Prov");
    Outcome.of("import-runs", "mlflow", "http://127.0.0.1:1", "--store", store)
        .isFailure(1, "cannot be reached");
    Outcome.of("import-runs", "wandb", "x", "--store", store)
        .isFailure(2, "MLFLOW, YPROV4ML, DFANALYZER");
    Outcome.of("import-runs", "mlflow").isFailure(2, "SOURCE");
  }

  private static String list(String where, String place) {
    return Outcome.of("query", "list-runs", where, place, "--format", "csv").output();
  }
}
