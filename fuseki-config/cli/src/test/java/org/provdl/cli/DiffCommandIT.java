package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Artifact;
import org.provdl.capture.Capture;
import org.provdl.capture.ClassPath;
import org.provdl.capture.Environment;
import org.provdl.capture.Library;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Responsible;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;

/** Two runs are compared, and only what differs is shown. */
final class DiffCommandIT {

  @TempDir private Path directory;
  private String store = "";
  private String first = "";
  private String second = "";

  @BeforeEach
  void trainTwice() {
    store = directory.resolve("store").toString();
    first = train("gentle", "1.0", 0.1, "ab", 0.5);
    second = train("„steil“", "1.1", 0.5, "cd", 0.75);
  }

  @Test
  void onlyWhatDiffersIsInTheTable() {
    Outcome outcome = diff(first, second);

    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(rows(outcome))
        .contains(
            "run||" + id(first) + "|" + id(second),
            "name||gentle|„steil“",
            "settings|||",
            "learningRate|model|0.1|0.5",
            "data|||",
            "libraries|||",
            "nd4j-api.jar||1.0|1.1",
            "outcome|||",
            "accuracy|test|0.5|0.75")
        .noneMatch(row -> row.matches("(batchSize|epochs|classes|environment|coreCount)\\b.*"));
    assertThat(outcome.output()).contains("(" + "ab".repeat(15), "(" + "cd".repeat(15));
    assertThat(outcome.output().lines()).allMatch(line -> line.length() <= 120);
  }

  @Test
  void aDifferenceThatRoundingWouldHideIsShownInFull() {
    String other = train("gentle", "1.0", 0.1, "ab", 0.50000001);
    assertThat(rows(diff(first, other)))
        .anyMatch(row -> row.matches("accuracy\\|test\\|0\\.5.*\\|0\\.50000001.*"));
  }

  @Test
  void adaptationsAreCounted() {
    String adapted;
    try (Capture capture = capture("1.0");
        TrainingRun run = start(capture, "adapted", 0.1, "ab")) {
      adapted = run.iri();
      run.startEpoch();
      run.adapt(Setting.ofModel("learningRate", 0.05), "flat", Responsible.OPERATOR);
      run.adapt(Setting.ofModel("learningRate", 0.01), "flat", Responsible.OPERATOR);
      run.endEpoch();
      run.evaluate(Split.TEST, Map.of("accuracy", 0.5), null);
    }

    assertThat(rows(diff(first, adapted)))
        .contains("adaptations|||", "learningRate: flat|model||2")
        .noneMatch(row -> row.startsWith("learningRate|") || row.startsWith("accuracy"));
  }

  @Test
  void jsonAndCsvHoldTheTermsInFull() {
    String json = diff(first, second, "--format=json").output().replaceAll("\\s", "");
    String csv = diff(first, second, "--format=csv").output();

    assertThat(json)
        .startsWith("{\"head\":{\"vars\":[\"aspect\",\"item\",\"scope\",\"valueA\",\"valueB\"]}")
        .contains("digits.csv(" + "cd".repeat(32) + ")");
    assertThat(csv.lines()).contains("settings,learningRate,model,0.1e0,0.5e0");
  }

  @Test
  void aRunDoesNotDifferFromItself() {
    assertThat(diff(first, first).output())
        .isEqualToIgnoringNewLines("The runs do not differ in what was recorded.");
    assertThat(diff(first, first, "--format=csv").output().lines())
        .containsExactly("aspect,item,scope,valueA,valueB");
  }

  @Test
  void asMuchOfAnIdAsIsNeededIsEnough() {
    assertThat(diff(id(first).substring(0, 25), second).output())
        .isEqualTo(diff(first, id(second)).output());
  }

  @Test
  void aServerAnswersAsTheStoreDoes() {
    String local = diff(first, second).output();
    try (ProvenanceStore open = ProvenanceStore.open(Path.of(store));
        ProvenanceServer server = ProvenanceServer.builder(open).port(0).start()) {
      Outcome remote = Outcome.of("diff", first, second, "--server", server.uri().toString());

      assertThat(remote.error()).isEmpty();
      assertThat(remote.output()).isEqualTo(local);
    }
  }

  @Test
  void aRunThatIsNotClearIsExplainedInOneLine() {
    diff(first, "elsewhere").isFailure(2, "no run 'elsewhere'", "list-runs");
    diff("http://example.org/run/1", first).isFailure(2, "http://example.org/run/1");
    diff(first, id(second).substring(0, 3)).isFailure(2, id(first), id(second), "more of the id");
    diff(first, first + "#layer-0").isFailure(2, "no run '" + first + "#layer-0'");
    diff("} SELECT", first).isFailure(2, "no run '} SELECT'");
    Outcome.of("diff", first).isFailure(2, "B", "provdl diff --help");
  }

  private String train(
      String name, String library, double learningRate, String source, double accuracy) {
    try (Capture capture = capture(library);
        TrainingRun run = start(capture, name, learningRate, source)) {
      run.startEpoch();
      run.iterate(0.5, 32);
      run.endEpoch();
      run.evaluate(Split.TEST, Map.of("accuracy", accuracy), null);
      return run.iri();
    }
  }

  private Capture capture(String library) {
    ClassPath classPath =
        new ClassPath(
            List.of(
                new Library("classes", null, "ef".repeat(32), 1),
                new Library("nd4j-api-%s.jar".formatted(library), library, null, 1)));
    return Capture.builder(QuadSink.store(Path.of(store)))
        .environment(
            () -> new Environment("host", "Linux", 2, 1, "17", null, null, null, null, classPath))
        .open();
  }

  private static TrainingRun start(
      Capture capture, String name, double learningRate, String source) {
    TrainingRun run = capture.start(RunDescription.named(name));
    run.choose(Setting.ofModel("learningRate", learningRate));
    run.choose(Setting.ofModel("batchSize", 32));
    run.source(Split.TRAINING, new Artifact("digits.csv", "digits.csv", source.repeat(32), 1));
    return run;
  }

  private Outcome diff(String a, String b, String... options) {
    return Outcome.of(
        Stream.concat(Stream.of("diff", a, b, "--store", store), Stream.of(options))
            .toArray(String[]::new));
  }

  private static String id(String run) {
    return run.replaceFirst(".*/", "");
  }

  /** The rows of a table, without white space around its cells. */
  private static List<String> rows(Outcome outcome) {
    return outcome
        .output()
        .lines()
        .filter(line -> line.startsWith("║"))
        .map(line -> line.replaceAll("\\s*[║│]\\s*", "|").replaceAll("^\\||\\|$", ""))
        .toList();
  }
}
