package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.PROVDL;

/** Backup, restoring, verification, removal and upgrade, of a store that is there or served. */
final class OperationCommandsIT {

  private static final Path EXAMPLES = Path.of("../../ontology/vocabulary/examples/valid");

  @TempDir private Path directory;
  private Path store;
  private Path file;

  @BeforeEach
  void fillAStore() {
    store = directory.resolve("store");
    file = directory.resolve("file.nq.gz");
    try (ProvenanceStore created = ProvenanceStore.openOrCreate(store)) {
      created.append(quads("training-run.trig"));
      created.append(quads("study.trig"));
    }
  }

  private static List<Quad> quads(String example) {
    List<Quad> quads = new ArrayList<>();
    RDFParser.source(EXAMPLES.resolve(example))
        .parse(
            new StreamRDFBase() {
              @Override
              public void quad(Quad quad) {
                quads.add(quad);
              }
            });
    return quads;
  }

  private static Quad wrongEpoch() {
    return Quad.create(
        NodeFactory.createURI("x:graph"),
        NodeFactory.createURI("x:graph#epoch"),
        RDF.type.asNode(),
        PROVDL.Epoch.asNode());
  }

  private static long count(ProvenanceStore store) {
    return store.<Long>read(dataset -> dataset.stream().count());
  }

  private static long countIn(Path directory) {
    try (ProvenanceStore store = ProvenanceStore.open(directory)) {
      return count(store);
    }
  }

  /** A command on the store where it is, or on a server that has it. */
  private Outcome on(boolean served, String option, String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    if (!served) {
      if (!option.isEmpty()) {
        arguments.add(option);
      }
      arguments.add(store.toString());
      return Outcome.of(arguments.toArray(String[]::new));
    }
    try (ProvenanceStore open = ProvenanceStore.open(store);
        ProvenanceServer server = ProvenanceServer.builder(open).port(0).start()) {
      arguments.addAll(List.of("--server", server.uri().toString()));
      return Outcome.of(arguments.toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBackupIsRestored(boolean served) {
    long quads = countIn(store);
    Outcome backup = on(served, "--store", "backup", file.toString());
    Outcome restored =
        Outcome.of("restore", file.toString(), directory.resolve("restored").toString());

    assertThat(backup.error()).isEmpty();
    assertThat(backup.exitCode()).isZero();
    assertThat(backup.output())
        .isEqualTo("Backed up 2 graphs, %d quads in %s.%n".formatted(quads, file));
    assertThat(restored.error()).isEmpty();
    assertThat(restored.output()).startsWith("Restored 2 graphs, %d quads to ".formatted(quads));
    assertThat(countIn(directory.resolve("restored"))).isEqualTo(quads);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aStoreThatIsAsItShouldBeIsVerified(boolean served) {
    Outcome outcome = on(served, "", "verify");

    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.output()).isEqualToIgnoringNewLines("2 graphs are as they should be.");
    assertThat(outcome.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsWrongIsListedByGraph(boolean served) {
    try (ProvenanceStore open = ProvenanceStore.open(store)) {
      open.append(List.of(wrongEpoch()));
    }
    Outcome outcome = on(served, "", "verify");

    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.output().lines())
        .containsExactlyInAnyOrder(
            "x:graph",
            "  x:graph: the graph should be the document of a run or study: its own name a prov:Bundle",
            "  #epoch: it should have its class of PROV too: prov:Activity",
            "  #epoch: it should have one provdl:index, a whole number from 1",
            "  #epoch: it should be part of one run or search: one dcterms:isPartOf",
            "1 of 3 graphs are not as they should be.");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anExperimentIsArchivedAndRemoved(boolean served) {
    long quads = countIn(store);
    Outcome removed =
        on(served, "--store", "remove", "--experiment", "digits", "--archive", file.toString());

    assertThat(removed.error()).isEmpty();
    assertThat(removed.output())
        .isEqualToIgnoringNewLines("Removed 2 graphs, %d quads.".formatted(quads));
    assertThat(countIn(store)).isZero();
    Outcome.of("restore", file.toString(), directory.resolve("restored").toString());
    assertThat(countIn(directory.resolve("restored"))).isEqualTo(quads);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRunThatAStudyNamesIsRemovedByForceOnly(boolean served) {
    String run = "http://localhost:3030/provdl/run/01JD8X0000000000000000000A";
    long quads = countIn(store);

    on(served, "--store", "remove", "--run", run, "--archive", file.toString())
        .isFailure(1, "others depend on the run " + run, "/study/");
    assertThat(countIn(store)).isEqualTo(quads);
    assertThat(file).doesNotExist();

    Outcome forced = on(served, "--store", "remove", "--run", run, "--force");
    assertThat(forced.error()).isEmpty();
    assertThat(countIn(store)).isEqualTo(quads("study.trig").stream().distinct().count());
  }

  @Test
  void whatCannotBeDoneIsExplainedInOneLine() throws IOException {
    Outcome.of("restore", Files.writeString(file, "text").toString(), store.toString())
        .isFailure(1, "is not empty");
    Outcome.of("restore", file.toString(), directory.resolve("new").toString())
        .isFailure(1, "is no backup");
    Outcome.of("backup", file.toString(), "--store", store.toString())
        .isFailure(1, "is there already");
    Outcome.of("backup", file.toString(), "--server", "http://127.0.0.1:1/provdl")
        .isFailure(1, "is there already");
    Outcome.of("backup", directory.resolve("b").toString(), "--server", "http://127.0.0.1:1/provdl")
        .isFailure(1, "No server answers");
    Outcome.of("remove", "--store", store.toString()).isFailure(2, "--experiment");
    Outcome.of("remove", "--experiment", "none", "--store", store.toString())
        .isFailure(1, "nothing of the experiment none");
    Outcome.of("verify", directory.resolve("none").toString()).isFailure(1, "There is no store");
    Outcome.of("verify", "--server", "http://127.0.0.1:1/provdl").isFailure(1, "127.0.0.1:1");
    assertThat(directory).isDirectoryNotContaining("glob:**unfinished");
  }

  @Test
  void anOldStoreIsUpgradedOnce() {
    try (ProvenanceStore open = ProvenanceStore.open(store)) {
      open.format(1);
    }
    Outcome first = Outcome.of("upgrade", store.toString());
    Outcome second = Outcome.of("upgrade", store.toString());

    assertThat(first.output())
        .isEqualTo(
            "Upgraded %s from format 1 to %d: 0 quads more in 0 graphs.%n"
                .formatted(store, ProvenanceStore.CURRENT_FORMAT));
    assertThat(second.error()).isEmpty();
    assertThat(second.output()).isEqualTo("%s is up to date.%n".formatted(store));
  }

  @Test
  void aStoreOfANewerVersionIsRefused() throws IOException {
    Files.writeString(
        store.resolve("provdl.format"), "format " + (ProvenanceStore.CURRENT_FORMAT + 1) + "\n");

    Outcome.of("verify", store.toString())
        .isFailure(1, "was written by a newer version of PROV-DL");
  }
}
