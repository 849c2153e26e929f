package org.provdl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Artifact;
import org.provdl.capture.Capture;
import org.provdl.capture.ModelEntry;
import org.provdl.capture.ModelFile;
import org.provdl.capture.Parameters;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;

/** A model file that is found somewhere leads back, as far as anything proves it. */
final class WhenceCommandIT {

  private static final String OTHER = "0".repeat(64);

  @TempDir private Path directory;
  private String store = "";
  private String run = "";
  private Path saved = Path.of("");

  @BeforeEach
  void saveAModel() throws IOException {
    store = directory.resolve("store").toString();
    saved = model("saved.zip", 1, null);
    try (Capture capture = Capture.to(QuadSink.store(Path.of(store)));
        TrainingRun training =
            capture.start(RunDescription.named("digits").inExperiment("first steps"))) {
      run = training.iri();
      training.choose(Setting.ofModel("learningRate", 0.25));
      training.source(Split.TRAINING, new Artifact("digits.csv", "digits.csv", "ab".repeat(32), 1));
      training.startFrom(new Parameters(hash(model("initial.zip", 0, null)), 0L));
      new ModelEntry(run, hash(saved), 5L).writeTo(saved);
      training.save(new Parameters(hash(saved), 5L), Artifact.of(saved));
    }
  }

  @Test
  void theVeryFileLeadsToItsRunDataAndSettings() throws IOException {
    Outcome outcome = whence(Files.copy(saved, directory.resolve("renamed.bin")));

    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output())
        .contains(
            "SHA-256    " + Artifact.of(saved).sha256(),
            "parameters " + hash(saved),
            run,
            "It saved this file.",
            "name       digits",
            "status     completed",
            "experiment first steps",
            "data       digits.csv (" + "ab".repeat(32) + ")",
            "settings   learningRate=0.25");
  }

  @Test
  void theParametersLeadBackWhereTheFileHasChanged() throws IOException {
    Outcome outcome = whence(model("other.zip", 1, null));

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output()).contains(run, "It reached the parameters in this file.");
  }

  @Test
  void parametersThatARunStartedFromAreNotItsOwn() throws IOException {
    Outcome outcome = whence(directory.resolve("initial.zip"));

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output()).contains(run, "It went on from the parameters in this file");
  }

  @Test
  void theWordOfTheFileAloneIsNoProof() throws IOException {
    Outcome outcome = whence(model("forged.zip", 7, entry(run)));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output()).contains(run, "Unverified", "name       digits");
  }

  @Test
  void aRunThatIsNotKnownHereIsNamed() throws IOException {
    Outcome outcome = whence(model("stranger.zip", 7, entry("http://example.org/run/1")));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output())
        .contains(
            "It says of itself that it comes from http://example.org/run/1, which is not known here.",
            "Nothing is known of it here.");
  }

  @Test
  void aFileOfSomebodyElseIsNotKnown() throws IOException {
    Outcome text = whence(Files.writeString(directory.resolve("notes.txt"), "notes"));

    assertThat(text.exitCode()).isEqualTo(1);
    assertThat(text.output()).contains("Nothing is known of it here.").doesNotContain("http");
  }

  @Test
  void aHostileFileDoesNothingButBeUnknown() throws IOException {
    for (String hostile :
        new String[] {
          "http://a/> } SELECT * { ?s ?p ?o",
          "http://a/\\u001b[2J",
          "http://a/%zz",
          "http://[::/",
          "urn:x",
          "http://a/run#training",
          "http://a/" + "b".repeat(3900)
        }) {
      Outcome outcome = whence(model("hostile.zip", 7, entry(hostile)));

      assertThat(outcome.exitCode()).as(hostile).isEqualTo(1);
      assertThat(outcome.error()).as(hostile).isEmpty();
      assertThat(outcome.output())
          .contains("Nothing is known of it here.")
          .doesNotContain("\u001b", "SELECT");
    }
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("store", "saved.zip", "initial.zip", "hostile.zip");
    }
  }

  @Test
  void aServerAnswersAsTheStoreDoes() {
    String local = whence(saved).output();
    try (ProvenanceStore open = ProvenanceStore.open(Path.of(store));
        ProvenanceServer server = ProvenanceServer.builder(open).port(0).start()) {
      Outcome remote = Outcome.of("whence", saved.toString(), "--server", server.uri().toString());

      assertThat(remote.output()).isEqualTo(local);
      assertThat(remote.exitCode()).isZero();
    }
  }

  @Test
  void aFileThatCannotBeReadIsExplainedInOneLine() {
    whence(directory.resolve("missing")).isFailure(1, "missing", "cannot be read");
    whence(directory).isFailure(1, "cannot be read");
    Outcome.of("whence").isFailure(2, "FILE");
  }

  private Outcome whence(Path file) {
    return Outcome.of("whence", file.toString(), "--store", store);
  }

  private static String entry(String run) {
    return "{\"run\":\"%s\",\"parametersSha256\":\"%s\"}".formatted(run, OTHER);
  }

  private static String hash(Path file) throws IOException {
    return Objects.requireNonNull(ModelFile.of(file).parameters()).sha256();
  }

  /** A file as Deeplearning4j writes it, with one parameter. */
  private Path model(String name, float parameter, @Nullable String entry) throws IOException {
    Path file = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out);
        DataOutputStream data = new DataOutputStream(zip)) {
      if (entry != null) {
        zip.putNextEntry(new ZipEntry(ModelEntry.NAME));
        zip.write(entry.getBytes(UTF_8));
      }
      zip.putNextEntry(new ZipEntry("coefficients.bin"));
      data.writeUTF("MIXED_DATA_TYPES");
      data.writeLong(1);
      data.writeUTF("LONG");
      data.writeLong(0);
      data.writeUTF("MIXED_DATA_TYPES");
      data.writeLong(1);
      data.writeUTF("FLOAT");
      data.writeFloat(parameter);
    }
    return file;
  }
}
