package org.provdl.trackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that yProv4ML wrote; the note beside it says how. */
class Yprov4mlDocumentTest {

  private static final Path FOLDER = Imported.resource("yprov4ml");
  private static final String FILE = "prov_wine_GR0_0.json";
  private static final Imported IMPORTED = Imported.of(Yprov4mlDocument.of(FOLDER.resolve(FILE)));

  @TempDir private Path directory;

  @Test
  void itsRunAnswersTheQuestionsOfTheCatalogue() {
    assertThat(IMPORTED.report().problems()).isEmpty();
    assertThat(
            IMPORTED.ask(
                "list-runs", Map.of(), "name", "experiment", "status", "started", "epochs", "who"))
        .containsExactly("wine_GR0_0 | wine | completed | 2026-11-27T23:14:12.116Z | 2 | ada");
    assertThat(IMPORTED.ask("best-runs", Map.of(), "name", "value", "settings"))
        .containsExactly("wine_GR0_0 | 0.925e0 | batchSize=16, learningRate=0.05, updater=SGD");
    assertThat(
            IMPORTED.ask(
                "epochs",
                Map.of("run", IMPORTED.run("wine_GR0_0")),
                "epoch",
                "setting",
                "loss",
                "value"))
        .containsExactly("1 | 0.05e0 | 1.5e0 | 0.5e0", "2 | 0.05e0 | 0.5e0 | 0.875e0");
  }

  @Test
  void theModelLeadsToTheDataByItsContent() {
    assertThat(
            IMPORTED.ask(
                "run-artifacts",
                Map.of("run", IMPORTED.run("wine_GR0_0")),
                "label",
                "kind",
                "size"))
        .containsExactly(
            "wine.csv | Dataset | 8",
            FILE + " | ImportedRecord | 6491",
            "model.bin | TrainedModel | 13");
    assertThat(
            IMPORTED.ask(
                "lineage",
                Map.of(
                    "entity", "sha256-" + sha256("artifacts_GR0/model.bin"), "settings", "false"),
                "what"))
        .contains("artifact/sha256-" + sha256("artifacts_GR0/wine.csv"));
  }

  private static String sha256(String file) {
    return RecordHash.file(FOLDER.resolve(file)).sha256();
  }

  @Test
  void aFolderHasSeveralAndWhatIsBrokenIsOneLine() throws IOException {
    FileUtils.copyDirectory(FOLDER.toFile(), directory.resolve("first").toFile());
    Files.writeString(directory.resolve("cut.json"), "{\"activity\": {\n\"a\": ");
    Files.writeString(directory.resolve("twice.json"), "{\"activity\": {}, \"activity\": {}}");
    Files.writeString(directory.resolve("deep.json"), "{\"a\":".repeat(100_000));
    Files.delete(directory.resolve("first/metrics_GR0/accuracy_test_None_GR0.csv"));
    Imported imported = Imported.of(Yprov4mlDocument.of(directory));
    assertThat(imported.report().runs()).hasSize(1);
    assertThat(imported.report().problems())
        .hasSize(4)
        .allSatisfy(problem -> assertThat(problem.lines()).hasSize(1))
        .anySatisfy(problem -> assertThat(problem).contains("cut.json", "line 2"))
        .anySatisfy(problem -> assertThat(problem).contains("twice.json"))
        .anySatisfy(problem -> assertThat(problem).contains("deep.json"))
        .anySatisfy(problem -> assertThat(problem).contains("the metric accuracy are not here"));
  }

  @Test
  void noFileOutsideIsRead() throws IOException {
    FileUtils.copyDirectory(FOLDER.toFile(), directory.resolve("run").toFile());
    Files.writeString(directory.resolve("secret.csv"), "a,b\n");
    Path file = directory.resolve("run").resolve(FILE);
    Files.writeString(
        file,
        Files.readString(file)
            .replace("prov/wine_0/artifacts_GR0/wine.csv", "../secret.csv")
            .replace("prov/wine_0/artifacts_GR0/model.bin", "/etc/passwd"));
    Imported imported = Imported.of(Yprov4mlDocument.of(file));
    assertThat(imported.ask("run-artifacts", Map.of("run", imported.run("wine_GR0_0")), "kind"))
        .containsExactly("ImportedRecord");
    assertThat(imported.report().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem).contains("model.bin", "is not here"));
  }

  @Test
  void whatIsNoDocumentIsExplained() throws IOException {
    Path file = Files.writeString(directory.resolve("other.json"), "{}");
    assertThatThrownBy(() -> Imported.of(Yprov4mlDocument.of(file)))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("is not of yProv4ML");
  }
}
