package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Artifact;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;

/** A captured run is packed, described and itemized from the command line. */
final class PackageCommandsIT {

  @TempDir private static Path directory;
  private static Path data = Path.of("");
  private static String store = "";

  @BeforeAll
  static void train() throws IOException {
    store = directory.resolve("store").toString();
    data = Files.writeString(directory.resolve("digits.csv"), "1,2\n");
    Artifact source = Artifact.of(data);
    try (Capture capture = Capture.to(QuadSink.store(Path.of(store)));
        TrainingRun run = capture.start(RunDescription.named("packed").inExperiment("packing"))) {
      run.choose(Setting.ofModel("learningRate", 0.1));
      run.source(Split.TRAINING, source);
      run.source(
          Split.TEST, new Artifact("gone\u001b[2J.csv", "/no/such/gone.csv", "ab".repeat(32), 7));
      run.startEpoch();
      run.iterate(0.5, 32);
      run.endEpoch();
      run.evaluate(Split.TEST, Map.of("accuracy", 0.9), null);
    }
  }

  @Test
  void aCrateSaysWhatIsNotInIt() throws IOException {
    Path out = directory.resolve("store.zip");
    Outcome outcome = ask("crate", "packed", out.toString());

    assertThat(outcome.output())
        .isEqualToIgnoringNewLines(
            "Packed 1 run with 1 file in %s; 1 described without its file.".formatted(out));
    assertThat(outcome.error())
        .isEqualToIgnoringNewLines(
            "provdl: not packed: gone [2J.csv (sha256 %s): not found at /no/such/gone.csv"
                .formatted("ab".repeat(32)));
    assertThat(outcome.exitCode()).isZero();
    try (ZipFile zip = new ZipFile(out.toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName().replaceFirst("/.*", "")))
          .containsExactly("data", "provenance", "ro-crate-metadata.json");
    }
  }

  @Test
  void aServerIsAskedAsAStoreIs() throws IOException {
    String card = ask("card", "packed").output();
    try (ProvenanceStore open = ProvenanceStore.open(Path.of(store));
        ProvenanceServer server = ProvenanceServer.builder(open).port(0).start()) {
      String url = server.uri().toString();
      Path out = directory.resolve("served");

      assertThat(Outcome.of("card", "packed", "--server", url)).isEqualTo(new Outcome(0, card, ""));
      assertThat(
              Outcome.of("crate", "packing", out.toString(), "--server", url, "--license", "MIT")
                  .exitCode())
          .isZero();
      assertThat(out.resolve("ro-crate-metadata.json"))
          .content()
          .contains("https://spdx.org/licenses/MIT");
      assertThat(Outcome.of("bom", "packed", "--server", url).output())
          .contains("\"specVersion\" : \"1.6\"", "machine-learning-model");
    }
  }

  @Test
  void aCardIsMarkdownOrJsonLd() {
    assertThat(ask("card", "packed").output())
        .startsWith("---\n")
        .contains("\n# packed\n", "| learningRate | `0.1` | model |");
    assertThat(ask("card", "packing", "--format", "jsonld").output())
        .startsWith("{")
        .contains("fair4ml:MLModel");
  }

  @Test
  void whatCannotBePackedIsExplainedInOneLine() throws IOException {
    Path taken = Files.createDirectories(directory.resolve("taken"));
    ask("crate", "packed", taken.toString()).isFailure(2, "is there already");
    ask("crate", "packed", directory + "/none/x.zip").isFailure(2, "There is no folder");
    ask("crate", "packed", directory + "/x.zip", "--data", directory + "/none")
        .isFailure(2, "There is no " + directory + "/none");
    ask("crate", "nobody", directory + "/x.zip").isFailure(2, "There is no run 'nobody'");
    ask("card", "nobody").isFailure(2, "There is no run 'nobody'");
    ask("card", "0".repeat(64)).isFailure(1, "No run here made a model");
    ask("card", "packing", "--metric=recall").isFailure(2, "There is no metric 'recall'");
    ask("card", "packed", "--format=html").isFailure(2, "MARKDOWN, JSONLD");
    ask("bom", "nobody").isFailure(2, "There is no run 'nobody'");
    Outcome.of("crate", "packed").isFailure(2, "OUT");
  }

  private static Outcome ask(String... arguments) {
    return Outcome.of(
        Stream.of(List.of(arguments), List.of("--store", store))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }
}
