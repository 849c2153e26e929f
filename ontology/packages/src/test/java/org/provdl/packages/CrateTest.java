package org.provdl.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Artifact;
import org.provdl.queries.QueryParameterException;

/** Captured runs become crates. */
final class CrateTest {

  private static final String ACTION = "CreateAction";

  @TempDir private Path folder;
  private CapturedRuns runs;
  private Path out;

  @BeforeEach
  void prepare() throws IOException {
    runs = new CapturedRuns(folder);
    out = folder.resolve("crate.zip");
  }

  @Test
  void aRunIsPackedWithItsFilesAndProvenance() throws IOException {
    String run = runs.completed();
    Crate.Contents contents = write(run);
    Map<String, byte[]> files = unzip(out);

    String data = "data/" + runs.dataArtifact.sha256().substring(0, 12) + "-digits.csv";
    String model = "data/" + runs.modelArtifact.sha256().substring(0, 12) + "-digits-model.zip";
    String provenance = "provenance/run-01JD8X00000000000000000001.trig";
    assertThat(contents.runs()).isEqualTo(1);
    assertThat(contents.files()).containsExactlyInAnyOrder(data, model);
    assertThat(contents.missing()).isEmpty();
    assertThat(files)
        .containsOnlyKeys("ro-crate-metadata.json", data, model, provenance)
        .containsEntry(data, Files.readAllBytes(runs.data))
        .containsEntry(model, Files.readAllBytes(runs.model));

    DatasetGraph written =
        RDFParser.source(new ByteArrayInputStream(files.get(provenance)))
            .lang(Lang.TRIG)
            .toDatasetGraph();
    Txn.executeRead(
        runs.dataset(),
        () ->
            assertThat(
                    written
                        .getGraph(NodeFactory.createURI(run))
                        .isIsomorphicWith(runs.dataset().getGraph(NodeFactory.createURI(run))))
                .isTrue());
  }

  @Test
  void theTrainingIsAnActionWithAgentInstrumentObjectsAndResults() throws IOException {
    write(runs.completed());
    Map<String, JsonNode> things = things(out);
    JsonNode action = ofType(things, ACTION).get(0);

    assertThat(action.get("name").asText()).isEqualTo("Training of digits");
    assertThat(action.get("startTime").asText()).isEqualTo("2026-01-05T10:00:00.000+00:00");
    assertThat(action.get("endTime").asText()).isEqualTo("2026-01-05T10:00:00.000+00:00");
    assertThat(action.get("actionStatus").asText())
        .isEqualTo("http://schema.org/CompletedActionStatus");
    assertThat(action.has("error")).isFalse();
    assertThat(named(things, action, "agent")).containsExactly("ada");
    assertThat(named(things, action, "instrument")).containsExactly("Deeplearning4j");
    assertThat(ofType(things, "SoftwareApplication").get(0).get("softwareVersion").asText())
        .isEqualTo("1.0.0-M2.1");
    assertThat(named(things, action, "object"))
        .containsExactlyInAnyOrder(
            "digits.csv",
            "The training data of digits",
            "The test data of digits",
            "learningRate",
            "updater",
            "dropout of layer hidden");
    assertThat(named(things, action, "result"))
        .containsExactlyInAnyOrder(
            "digits-model.zip",
            "accuracy on test data, best value",
            "loss on training data, best value");
    assertThat(
            ofType(things, "PropertyValue").stream()
                .filter(value -> value.get("name").asText().equals("learningRate"))
                .map(value -> value.get("value")))
        .singleElement()
        .satisfies(value -> assertThat(value.decimalValue()).isEqualByComparingTo("0.01"));
  }

  @Test
  void theRootHasWhatTheSpecificationsAskFor() throws IOException {
    String run = runs.completed();
    Crate.of(run).clock(CapturedRuns.NOW).license("CC-BY-4.0").write(runs.endpoint(), out);
    Map<String, JsonNode> things = things(out);
    JsonNode root = thing(things, "./");

    assertThat(root.get("name").asText()).isEqualTo("digits");
    assertThat(root.get("datePublished").asText()).isEqualTo("2026-01-06T12:00:00Z");
    assertThat(root.get("license").get("@id").asText())
        .isEqualTo("https://spdx.org/licenses/CC-BY-4.0");
    assertThat(root.get("conformsTo").get("@id").asText())
        .isEqualTo("https://w3id.org/ro/wfrun/process/0.5");
    assertThat(root.get("mentions").get("@id").asText()).isEqualTo(run + "#training");
    assertThat(root.get("hasPart")).hasSize(3);
    assertThat(thing(things, "ro-crate-metadata.json").get("about").get("@id").asText())
        .isEqualTo("./");
    things.values().stream()
        .flatMap(CrateTest::references)
        .filter(id -> !id.startsWith("http"))
        .forEach(id -> assertThat(things).containsKey(id));
  }

  @Test
  void aFolderHoldsTheSameAsAZipFile() throws IOException {
    String run = runs.completed();
    write(run);
    Path unpacked = folder.resolve("unpacked");
    Crate.of(run).clock(CapturedRuns.NOW).write(runs.endpoint(), unpacked);

    Map<String, byte[]> zipped = unzip(out);
    try (Stream<Path> files = Files.walk(unpacked)) {
      assertThat(files.filter(Files::isRegularFile).map(unpacked::relativize).map(Path::toString))
          .containsExactlyInAnyOrderElementsOf(zipped.keySet());
    }
    assertThat(Files.readAllBytes(unpacked.resolve("ro-crate-metadata.json")))
        .isEqualTo(zipped.get("ro-crate-metadata.json"));
  }

  @Test
  void aFileThatIsGoneOrChangedIsDescribedAndNotPacked() throws IOException {
    String run = runs.completed();
    Files.delete(runs.model);
    Files.writeString(runs.data, "1,2,4\n");
    Crate.Contents contents = write(run);
    Map<String, JsonNode> things = things(out);

    assertThat(contents.files()).isEmpty();
    assertThat(contents.missing())
        .containsExactlyInAnyOrder(
            "digits.csv (sha256 %s): %s has changed since it was recorded"
                .formatted(runs.dataArtifact.sha256(), runs.data),
            "digits-model.zip (sha256 %s): not found at %s"
                .formatted(runs.modelArtifact.sha256(), runs.model));
    assertThat(unzip(out).keySet()).noneMatch(name -> name.startsWith("data/"));
    JsonNode data =
        thing(things, "http://localhost:3030/provdl/artifact/sha256-" + runs.dataArtifact.sha256());
    assertThat(data.get("@type").asText()).isEqualTo("CreativeWork");
    assertThat(data.get("sha256").asText()).isEqualTo(runs.dataArtifact.sha256());
    assertThat(data.get("description").asText())
        .isEqualTo("Not in this crate: %s has changed since it was recorded.".formatted(runs.data));
  }

  @Test
  void dataThatMovedIsKnownByItsContent() throws IOException {
    String run = runs.completed();
    Path moved = Files.createDirectories(folder.resolve("elsewhere/deep"));
    Files.move(runs.data, moved.resolve("renamed.csv"));
    Files.writeString(moved.resolve("digits.csv"), "others");
    Crate.Contents contents =
        Crate.of(run).data(List.of(folder.resolve("elsewhere"))).write(runs.endpoint(), out);

    assertThat(contents.missing()).isEmpty();
    assertThat(contents.files()).hasSize(2);
  }

  @Test
  void aFailedRunSaysWhy() throws IOException {
    write(runs.failed());
    JsonNode action = ofType(things(out), ACTION).get(0);

    assertThat(action.get("actionStatus").asText())
        .isEqualTo("http://schema.org/FailedActionStatus");
    assertThat(action.get("error").asText()).startsWith("failed: ").contains("the loss is NaN");
    assertThat(action.has("result")).isFalse();
  }

  @Test
  void aRunThatGoesOnHasNoEnd() throws IOException {
    write(runs.running());
    Map<String, JsonNode> things = things(out);
    JsonNode action = ofType(things, ACTION).get(0);

    assertThat(action.get("actionStatus").asText())
        .isEqualTo("http://schema.org/ActiveActionStatus");
    assertThat(action.has("endTime")).isFalse();
    assertThat(named(things, action, "result"))
        .containsExactly("loss on training data, best value");
  }

  @Test
  void aRunOfWhichNothingIsKnownIsStillACrate() throws IOException {
    Crate.Contents contents = write(runs.bare());
    Map<String, JsonNode> things = things(out);

    assertThat(contents.files()).isEmpty();
    assertThat(thing(things, "./").get("name").asText()).isEqualTo(CapturedRuns.UNICODE);
    assertThat(thing(things, "./").get("license").get("@id").asText()).isEqualTo("#licence");
    assertThat(named(things, ofType(things, ACTION).get(0), "instrument"))
        .containsExactly("A program that was not recorded");
  }

  @Test
  void anExperimentHasAnActionForEachRunAndEachFileOnce() throws IOException {
    runs.completed();
    runs.worse();
    runs.failed();
    Crate.Contents contents = write("search");
    Map<String, JsonNode> things = things(out);

    assertThat(contents.runs()).isEqualTo(3);
    assertThat(contents.files()).hasSize(2);
    assertThat(ofType(things, ACTION))
        .extracting(action -> action.get("name").asText())
        .containsExactly("Training of digits", "Training of worse", "Training of unlucky");
    assertThat(thing(things, "./").get("name").asText()).isEqualTo("search");
    assertThat(thing(things, "./").get("mentions")).hasSize(3);
    assertThat(unzip(out).keySet().stream().filter(name -> name.startsWith("provenance/")))
        .hasSize(3);
  }

  @Test
  void namesOfAStoreLeadNowhereElse() throws IOException {
    List<Artifact> hostile = new ArrayList<>();
    for (String name :
        List.of(
            "../../../evil.csv", "/etc/evil", "C:\\evil.csv", "..", "七.csv", "a.csv", "A.CSV")) {
      Path file = folder.resolve("file-" + hostile.size());
      Files.writeString(file, name);
      Artifact found = Artifact.of(file);
      hostile.add(new Artifact(name, file.toString(), found.sha256(), found.sizeInBytes()));
    }
    Crate.Contents contents = write(runs.withFiles(hostile.toArray(Artifact[]::new)));

    assertThat(contents.files())
        .hasSize(hostile.size())
        .allMatch(name -> name.matches("data/[0-9a-f]{12}-[A-Za-z0-9._-]+"))
        .noneMatch(name -> name.contains(".."));
    assertThat(ofType(things(out), "File").stream().map(file -> file.get("name").asText()).toList())
        .contains("../../../evil.csv", "七.csv");
  }

  @Test
  void aPlaceThatAStoreTellsIsNotTrusted() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    String run =
        runs.withFiles(
            new Artifact("a", secret.toString(), "ab".repeat(32), 6),
            new Artifact("b", folder.toString(), "bc".repeat(32), 6),
            new Artifact("c", "\\\\host\\share\\c", "cd".repeat(32), 6),
            new Artifact("d", "no\0path", "de".repeat(32), 6));
    Crate.Contents contents = write(run);

    assertThat(contents.files()).isEmpty();
    assertThat(contents.missing()).hasSize(4);
    assertThat(unzip(out)).hasSize(2);
  }

  @Test
  void whatIsThereIsNeverOverwrittenAndNothingIsLeftOfAFailure() throws IOException {
    String run = runs.completed();
    Files.writeString(out, "mine");

    assertThatThrownBy(() -> write(run))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is there already");
    assertThat(out).hasContent("mine");
    Path other = folder.resolve("none/crate.zip");
    assertThatThrownBy(() -> Crate.of(run).write(runs.endpoint(), other))
        .hasMessageContaining("There is no folder");
    assertThatThrownBy(() -> Crate.of("nobody").write(runs.endpoint(), folder.resolve("x.zip")))
        .isInstanceOf(QueryParameterException.class)
        .hasMessageContaining("There is no run 'nobody'");
    assertThatThrownBy(
            () ->
                Crate.of(run)
                    .data(List.of(folder.resolve("gone")))
                    .write(runs.endpoint(), folder.resolve("x.zip")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gone");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".crate") || name.equals("x.zip"));
    }
  }

  private Crate.Contents write(String subject) {
    return Crate.of(subject).clock(CapturedRuns.NOW).write(runs.endpoint(), out);
  }

  private static Map<String, byte[]> unzip(Path file) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entries.put(entry.getName(), zip.readAllBytes())).isNull();
      }
    }
    return entries;
  }

  /** Everything that the description of a crate tells of, by id. */
  private static Map<String, JsonNode> things(Path file) throws IOException {
    byte[] metadata = unzip(file).get("ro-crate-metadata.json");
    JsonNode document = new ObjectMapper().readTree(new String(metadata, StandardCharsets.UTF_8));
    Map<String, JsonNode> things = new TreeMap<>();
    document
        .get("@graph")
        .forEach(thing -> assertThat(things.put(thing.get("@id").asText(), thing)).isNull());
    return things;
  }

  private static JsonNode thing(Map<String, JsonNode> things, String id) {
    return Objects.requireNonNull(things.get(id), id);
  }

  private static List<JsonNode> ofType(Map<String, JsonNode> things, String type) {
    return things.values().stream()
        .filter(thing -> thing.get("@type").asText().equals(type))
        .toList();
  }

  /** The names of what a thing refers to. */
  private static List<String> named(Map<String, JsonNode> things, JsonNode thing, String property) {
    return ids(thing.get(property)).map(id -> thing(things, id).get("name").asText()).toList();
  }

  private static Stream<String> references(JsonNode thing) {
    return StreamSupport.stream(thing.spliterator(), false).flatMap(CrateTest::ids);
  }

  private static Stream<String> ids(JsonNode value) {
    Stream<JsonNode> values =
        value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
    return values.filter(one -> one.has("@id")).map(one -> one.get("@id").asText());
  }
}
