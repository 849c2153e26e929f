package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.PROV;

/** Documents of others in a store. */
final class ImportCommandIT {

  private static final Path EXAMPLES = Path.of("../../ontology/vocabulary/examples/valid");
  private static final String DATA =
      "artifact/sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

  /** Where the data of the run in the example came from, which PROV-DL does not know. */
  private static final String SCAN =
      """
      document
        prefix post <http://post.example/>
        prefix provdl <http://localhost:3030/provdl/>
        entity(post:letters)
        activity(post:scan)
        used(post:scan, post:letters, -)
        wasGeneratedBy(provdl:%s, post:scan, 2026-01-01T10:00:00Z)
        wasDerivedFrom(provdl:%s, post:letters)
        bundle post:notes
          entity(post:letters, [prov:label="4,000 letters"])
        endBundle
      endDocument
      """
          .formatted(DATA, DATA);

  @TempDir private Path directory;
  private Path store;
  private Path scan;

  @BeforeEach
  void write() throws IOException {
    store = directory.resolve("store");
    scan = Files.writeString(directory.resolve("scan.provn"), SCAN);
    List<Quad> quads = new ArrayList<>();
    RDFDataMgr.loadDatasetGraph(EXAMPLES.resolve("training-run.trig").toString())
        .find()
        .forEachRemaining(quads::add);
    try (ProvenanceStore created = ProvenanceStore.openOrCreate(store)) {
      created.append(quads);
    }
  }

  private Outcome on(boolean served, String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    if (!served) {
      arguments.addAll(List.of("--store", store.toString()));
      return Outcome.of(arguments.toArray(String[]::new));
    }
    try (ProvenanceStore open = ProvenanceStore.open(store);
        ProvenanceServer server = ProvenanceServer.builder(open).port(0).start()) {
      arguments.addAll(List.of("--server", server.uri().toString()));
      return Outcome.of(arguments.toArray(String[]::new));
    }
  }

  private long quads() {
    try (ProvenanceStore open = ProvenanceStore.open(store)) {
      return open.<Long>read(dataset -> dataset.stream().count());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void lineageGoesOnAcrossADocument(boolean served) {
    Outcome imported = on(served, "import", scan.toString());

    assertThat(imported.error()).isEmpty();
    assertThat(imported.output())
        .matches(
            "\\Q%s\\E: imported as http://localhost:3030/provdl/document/sha256-[0-9a-f]{64}, 13 quads\\R"
                .formatted(scan));
    Outcome ofData =
        on(
            served,
            "query",
            "lineage",
            "--entity",
            "http://localhost:3030/provdl/" + DATA,
            "--format",
            "csv");
    assertThat(ofData.error()).isEmpty();
    assertThat(ofData.output()).contains("http://post.example/letters", "http://post.example/scan");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void toImportAgainChangesNothing(boolean served) {
    on(served, "import", scan.toString());
    long before = quads();

    Outcome again = on(served, "import", scan.toString());

    assertThat(again.error()).isEmpty();
    assertThat(again.output())
        .contains(": was there already, as http://localhost:3030/provdl/document/");
    assertThat(quads()).isEqualTo(before);
  }

  @Test
  void aDocumentSaysWhatItWasImportedFromAndItsGraphsAreAsTheyShouldBe() {
    on(false, "import", scan.toString());

    try (ProvenanceStore open = ProvenanceStore.open(store)) {
      Node notes = NodeFactory.createURI("http://post.example/notes");
      List<Node> imports =
          open.read(
              dataset -> {
                List<Node> found = new ArrayList<>();
                dataset
                    .find(notes, notes, PROV.wasGeneratedBy.asNode(), Node.ANY)
                    .forEachRemaining(quad -> found.add(quad.getObject()));
                return found;
              });
      assertThat(imports).hasSize(1);
      Node activity = imports.get(0);
      Node document = NodeFactory.createURI(activity.getURI().replaceFirst("#.*", ""));
      for (Node property :
          List.of(
              PROV.startedAtTime.asNode(),
              PROV.endedAtTime.asNode(),
              PROV.used.asNode(),
              PROV.wasAssociatedWith.asNode())) {
        assertThat(
                open.<Boolean>read(
                    dataset -> dataset.contains(document, activity, property, Node.ANY)))
            .as("%s", property)
            .isTrue();
      }
    }
    assertThat(Outcome.of("verify", store.toString()).output())
        .isEqualToIgnoringNewLines("3 graphs are as they should be.");
  }

  @Test
  void aMalformedDocumentLeavesNothingBehindAndTheOthersAreImported() throws IOException {
    Path broken =
        Files.writeString(directory.resolve("broken.provn"), SCAN.replace("endBundle", "entity("));
    Outcome outcome = on(false, "import", broken.toString(), scan.toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.error()).startsWith("provdl: " + broken + ": line 1").hasLineCount(1);
    assertThat(outcome.output()).hasLineCount(1).startsWith(scan + ": imported as ");
  }

  @Test
  void aGraphOfTheStoreIsNotMixedWithABundleOfItsName() throws IOException {
    long before = quads();
    Path other =
        Files.writeString(
            directory.resolve("other.provn"),
            SCAN.replace("bundle post:notes", "bundle provdl:run/01JD8X0000000000000000000A"));

    on(false, "import", other.toString())
        .isFailure(1, "The store has a graph of the name of the bundle", "provdl merge");
    assertThat(quads()).isEqualTo(before);
  }
}
