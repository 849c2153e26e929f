package org.provdl.trackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Capture;
import org.provdl.capture.Environment;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/** A folder that MLflow wrote; the note beside it says how. */
class MlflowFolderTest {

  private static final Path FOLDER = Imported.resource("mlruns");
  private static final String SGD = "e368521467f545dd9469c528eb14cd58";
  private static final String GOING = "755c85867daa4bdd99f682de4316382a";
  private static final Imported IMPORTED = Imported.of(MlflowFolder.of(FOLDER));
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir private Path directory;
  private Path experiment = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    FileUtils.copyDirectory(FOLDER.toFile(), directory.toFile());
    experiment = directory.resolve("336005824645882306");
  }

  @Test
  void runsAreListedWithTheTimesThatWereRecorded() {
    assertThat(
            IMPORTED.ask(
                "list-runs",
                Map.of(),
                "name",
                "experiment",
                "status",
                "started",
                "seconds",
                "epochs",
                "who"))
        .containsExactly(
            "still going | wine | running | 2026-01-01T00:00:20Z |  | 2 | ada",
            "adam | wine | failed | 2026-01-01T00:00:10Z | 3.0e0 | 2 | ada",
            "sgd | wine | completed | 2026-01-01T00:00:01Z | 6.0e0 | 3 | ada",
            "search | wine | completed | 2026-01-01T00:00:00Z | 15.0e0 | 0 | ada");
  }

  @Test
  void theBestRunHasItsSettingsByTheNamesOfTheOntology() {
    assertThat(IMPORTED.ask("best-runs", Map.of("metric", "accuracy"), "name", "value", "settings"))
        .containsExactly(
            "adam | 0.95e0 | batchSize=32, learningRate=0.01, updater=Adam",
            "sgd | 0.9e0 | batchSize=32, early_stopping=true, learningRate=0.1, note=na\u00efve \u6570, updater=SGD");
  }

  @Test
  void valuesTriedAndSettingsByRunAreOfNumbers() {
    assertThat(IMPORTED.ask("values-tried", Map.of(), "value", "runs", "best"))
        .containsExactly("0.001e0 | 1 | ", "0.01e0 | 1 | 0.95e0", "0.1e0 | 1 | 0.9e0");
    assertThat(IMPORTED.ask("hyperparameters", Map.of("run", IMPORTED.run("sgd")), "name", "value"))
        .containsExactly(
            "batchSize | 32",
            "early_stopping | true",
            "learningRate | 0.1e0",
            "note | na\u00efve \u6570",
            "updater | SGD");
  }

  @Test
  void stepsWithoutGapsAreEpochs() {
    assertThat(
            IMPORTED.ask(
                "epochs",
                Map.of("run", IMPORTED.run("sgd")),
                "epoch",
                "seconds",
                "setting",
                "loss",
                "value"))
        .containsExactly(
            "1 | 1.0e0 | 0.1e0 | 1.5e0 | 0.5e0",
            "2 | 1.0e0 | 0.1e0 | 0.75e0 | 0.75e0",
            "3 | 1.0e0 | 0.01e0 | 0.5e0 | 0.875e0");
  }

  @Test
  void aLearningRateThatWasLoggedAndChangedIsAnAdaptation() {
    assertThat(
            IMPORTED.ask(
                "adaptations",
                Map.of("run", IMPORTED.run("sgd")),
                "epoch",
                "hyperparameter",
                "old",
                "new",
                "reason",
                "before",
                "after"))
        .containsExactly(
            "3 | learningRate | 0.1e0 | 0.01e0 | logged as the metric lr | 0.75e0 | 0.5e0");
  }

  @Test
  void notANumberAndInfinityStayWhatTheyAre() {
    assertThat(
            IMPORTED.ask(
                "metrics-by-epoch",
                Map.of("run", IMPORTED.run("adam")),
                "epoch",
                "split",
                "metric",
                "value"))
        .contains(
            "2 | trainingData | loss | NaN",
            "2 | validationData | loss | INF",
            "2 | trainingData | grad/norm | 4.0e0");
  }

  @Test
  void theModelLeadsToTheDataTheCodeAndTheRunAround() {
    List<String> models = IMPORTED.ask("trained-models", Map.of(), "model", "kind");
    assertThat(models)
        .containsExactly(
            "artifact/sha256-560658977cfd069e55a43335f8b16ec107851cc7cee002593d09ab7c5816a875 | file");
    String sgd = IMPORTED.run("sgd").replaceFirst(".*/", "");
    String search = IMPORTED.run("search").replaceFirst(".*/", "");
    assertThat(
            IMPORTED.ask(
                "lineage",
                Map.of("entity", models.get(0).replaceFirst(" .*", "").replaceFirst(".*/", "")),
                "what",
                "label"))
        .contains(
            "run/%s#source-https%%3A%%2F%%2Fexample.org%%2Fwine.csv | https://example.org/wine.csv"
                .formatted(sgd),
            "run/%s#code | %s".formatted(sgd, COMMIT),
            "run/%s#training | search".formatted(search));
    assertThat(IMPORTED.ask("runs-by-commit", Map.of(), "name", "branch", "dirty"))
        .containsExactly("adam | main | ", "sgd | main | ");
    assertThat(IMPORTED.ask("runs-by-commit", Map.of("uncommitted", "true"), "name")).isEmpty();
  }

  @Test
  void whatHasNoOtherPlaceIsATag() {
    assertThat(
            IMPORTED.ask(
                "tags", Map.of("run", IMPORTED.run("sgd"), "text", "dataset"), "tag", "value"))
        .contains("mlflow.dataset.wine.digest | b30a752b");
    assertThat(IMPORTED.ask("tags", Map.of("text", "stage"), "value")).containsExactly("demo");
  }

  @Test
  void theImportSaysFromWhichRecordByWhomAndWhen() {
    assertThat(
            IMPORTED.ask(
                "imported-runs",
                Map.of("run", IMPORTED.run("sgd")),
                "tracker",
                "record",
                "who",
                "time"))
        .containsExactly("MLflow | " + SGD + " | bea | 2026-02-01T09:00:00Z");
  }

  @Test
  void importedTwiceTheGraphsAreTheSame() {
    DatasetGraph again = DatasetGraphFactory.createTxnMem();
    Imported.into(again, MlflowFolder.of(FOLDER));
    Imported.into(again, MlflowFolder.of(FOLDER));
    assertThat(IsoMatcher.isomorphic(again, IMPORTED.dataset())).isTrue();
  }

  @Test
  void aRunThatWentOnIsCompletedByTheNextImport() throws IOException {
    Imported first = Imported.of(MlflowFolder.of(directory));
    Path run = experiment.resolve(GOING);
    replace(run.resolve("meta.yaml"), "end_time: null", "end_time: 1767225624000");
    replace(run.resolve("meta.yaml"), "status: 1", "status: 3");
    replace(run.resolve("metrics/loss"), "1.0 1\n", "1.0 1\n1767225623000 0.5 2\n");

    Imported second = first.again(MlflowFolder.of(directory));

    assertThat(second.outcome("still going")).isEqualTo(ImportReport.Outcome.COMPLETED);
    assertThat(second.outcome("sgd")).isEqualTo(ImportReport.Outcome.UNCHANGED);
    Map<String, String> going = Map.of("run", second.run("still going"));
    assertThat(second.ask("list-runs", Map.of(), "name", "status", "seconds", "epochs"))
        .contains("still going | completed | 4.0e0 | 3");
    assertThat(second.ask("metrics-by-epoch", going, "epoch", "metric", "value"))
        .containsExactly("1 | loss | 2.0e0", "2 | loss | 1.0e0", "3 | loss | 0.5e0");
    assertThat(second.ask("imported-runs", going, "who", "time"))
        .containsExactly("cy | 2026-02-01T10:00:00Z", "bea | 2026-02-01T09:00:00Z");
    Imported anew = Imported.of(MlflowFolder.of(directory));
    assertThat(second.dataset().stream().count()).isGreaterThan(anew.dataset().stream().count());
    assertThat(second.again(MlflowFolder.of(directory)).outcome("still going"))
        .isEqualTo(ImportReport.Outcome.UNCHANGED);
  }

  @Test
  void aRunWhoseRecordSaysSomethingElseIsLeftAsItIs() throws IOException {
    Imported first = Imported.of(MlflowFolder.of(directory));
    Set<Quad> before = first.dataset().stream().collect(Collectors.toSet());
    replace(experiment.resolve(GOING).resolve("metrics/loss"), "2.0 0", "3.0 0");

    Imported second = first.again(MlflowFolder.of(directory));

    assertThat(second.outcome("still going")).isEqualTo(ImportReport.Outcome.CHANGED);
    assertThat(second.report().problems())
        .filteredOn(problem -> problem.contains(GOING))
        .singleElement()
        .asString()
        .contains("its record does not say any more what was imported before", "2.0")
        .endsWith("remove " + second.run("still going") + " to import it anew");
    assertThat(second.dataset().stream()).containsExactlyInAnyOrderElementsOf(before);
  }

  private static void replace(Path file, String old, String now) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, now));
  }

  @Test
  void importedAndCapturedRunsAnswerTogether() {
    DatasetGraph both = DatasetGraphFactory.createTxnMem();
    try (Capture capture =
            Capture.builder(QuadSink.memory(both))
                .withoutResourceUse()
                .environment(() -> new Environment("host", "os", 1, 1, "17", null))
                .open();
        TrainingRun run = capture.start(RunDescription.named("captured").inExperiment("wine"))) {
      run.choose(Setting.ofModel("learningRate", 0.05));
      run.evaluate(Split.TEST, Map.of("accuracy", 0.925), null);
    }
    Imported together = Imported.into(both, MlflowFolder.of(FOLDER));
    assertThat(together.ask("best-runs", Map.of("experiment", "wine"), "name", "value"))
        .containsExactly("adam | 0.95e0", "captured | 0.925e0", "sgd | 0.9e0");
    assertThat(together.ask("values-tried", Map.of(), "value"))
        .containsExactly("0.001e0", "0.01e0", "0.05e0", "0.1e0");
  }

  @Test
  void oneExperimentOrOneRunCanBeNamed() {
    assertThat(Imported.of(MlflowFolder.of(experiment)).report().runs()).hasSize(4);
    Imported one = Imported.of(MlflowFolder.of(experiment.resolve(SGD)));
    assertThat(one.report().runs())
        .singleElement()
        .satisfies(run -> assertThat(run.iri()).isEqualTo(IMPORTED.run("sgd")))
        .satisfies(run -> assertThat(run.experiment()).isEqualTo("wine"));
  }

  @Test
  void whatIsBrokenIsOneLineAndTheRestIsThere() throws IOException {
    Path run = experiment.resolve(SGD);
    Files.writeString(
        run.resolve("metrics/loss"), "1767225602000 1.5 0\nnot a line\n1767225603000 0.75 1\n");
    Files.writeString(
        experiment.resolve("5aa6caa03b944513be95c95e0d968f9d/meta.yaml"), "{ cut off");
    Files.delete(experiment.resolve("755c85867daa4bdd99f682de4316382a/meta.yaml"));
    Imported imported = Imported.of(MlflowFolder.of(directory));
    assertThat(imported.report().runs())
        .extracting(ImportReport.Run::name)
        .containsExactly("search", "sgd");
    assertThat(imported.report().problems())
        .hasSize(4)
        .allSatisfy(problem -> assertThat(problem.lines()).hasSize(1))
        .anySatisfy(
            problem ->
                assertThat(problem).contains("5aa6caa03b944513be95c95e0d968f9d", "is not YAML"))
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .contains("755c85867daa4bdd99f682de4316382a", "no file meta.yaml"))
        .anySatisfy(problem -> assertThat(problem).contains("deleted"))
        .anySatisfy(
            problem -> assertThat(problem).contains("metrics loss, line 2", "'not a line'"));
  }

  @Test
  void hostileFilesAreRefused() throws IOException {
    Path run = experiment.resolve(SGD);
    Files.writeString(run.resolve("tags/mlflow.parentRunId"), "../../../../etc/passwd");
    Files.writeString(run.resolve("params/object"), "!!javax.script.ScriptEngineManager [1]");
    Path secret = Files.writeString(directory.resolve("secret"), "password");
    Files.createSymbolicLink(run.resolve("artifacts/link.txt"), secret);
    Files.createSymbolicLink(run.resolve("params/link"), secret);
    Files.writeString(
        experiment.resolve("82986156ee4d47c5a367b055712fe5a8/meta.yaml"),
        "run_id: !!java.net.URL [http://example.org]\nstart_time: 1\n");
    Files.writeString(
        experiment.resolve("5aa6caa03b944513be95c95e0d968f9d/meta.yaml"),
        "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\nrun_id: 5\n");
    Files.writeString(
        experiment.resolve("755c85867daa4bdd99f682de4316382a/meta.yaml"), "[".repeat(100_000));
    Imported imported = Imported.of(MlflowFolder.of(directory));
    assertThat(imported.report().runs())
        .singleElement()
        .satisfies(only -> assertThat(only.files()).isEqualTo(2))
        .satisfies(only -> assertThat(only.settings()).isEqualTo(6));
    assertThat(imported.report().problems()).hasSize(5);
  }

  @Test
  void manyStepsAreACurveAndNotEpochs() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int step = 0; step < 4_000; step += 2) {
      lines.append("1767225602000 ").append(1.0 / (step + 1)).append(' ').append(step).append('\n');
    }
    Files.writeString(experiment.resolve(SGD).resolve("metrics/loss"), lines);
    Files.delete(experiment.resolve(SGD).resolve("metrics/val_loss"));
    Imported imported = Imported.of(MlflowFolder.of(experiment.resolve(SGD)));
    List<String> curve =
        imported.ask("iteration-curve", Map.of("run", imported.run("sgd")), "iteration", "value");
    assertThat(curve)
        .hasSize(2_000)
        .startsWith("0 | 1.0e0")
        .endsWith("3998 | 2.5006251562890725E-4");
    assertThat(
            imported.ask(
                "best-runs", Map.of("metric", "loss", "split", "training"), "name", "value"))
        .containsExactly("sgd | 2.5006251562890725E-4");
    assertThat(imported.dataset().stream().count()).isLessThan(1_000);
  }

  @Test
  void whatIsNoFolderOfMlflowIsExplained() {
    assertThatThrownBy(() -> Imported.of(MlflowFolder.of(directory.resolve("missing"))))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("There is no folder");
    assertThatThrownBy(() -> Imported.of(MlflowFolder.of(experiment.resolve(SGD).resolve("tags"))))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("is not a folder of MLflow");
  }
}
