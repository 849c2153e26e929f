package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.interchange.Document;
import org.provdl.interchange.DocumentSource;
import org.provdl.interchange.Losses;
import org.provdl.interchange.Syntax;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.PROV;

/** Runs for other tools. */
final class ExportCommandIT {

  private static final Path EXAMPLES = Path.of("../../ontology/vocabulary/examples/valid");
  private static final String RUN = "http://localhost:3030/provdl/run/01JD8X0000000000000000000A";
  private static final Node TRAINING = NodeFactory.createURI(RUN + "#training");

  @TempDir private Path directory;
  private Path store;

  @BeforeEach
  void fillAStore() {
    store = directory.resolve("store");
    List<Quad> quads = new ArrayList<>();
    for (String example : List.of("training-run.trig", "study.trig")) {
      RDFDataMgr.loadDatasetGraph(EXAMPLES.resolve(example).toString())
          .find()
          .forEachRemaining(quads::add);
    }
    try (ProvenanceStore created = ProvenanceStore.openOrCreate(store)) {
      created.append(quads);
    }
  }

  private Outcome export(boolean served, String... arguments) {
    List<String> command = new ArrayList<>(List.of("export"));
    command.addAll(List.of(arguments));
    if (!served) {
      command.addAll(List.of("--store", store.toString()));
      return Outcome.of(command.toArray(String[]::new));
    }
    try (ProvenanceStore open = ProvenanceStore.open(store);
        ProvenanceServer server = ProvenanceServer.builder(open).port(0).start()) {
      command.addAll(List.of("--server", server.uri().toString()));
      return Outcome.of(command.toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @EnumSource(Syntax.class)
  void aRunIsTheSameInEverySyntax(Syntax syntax) throws IOException {
    Path standard = directory.resolve("standard.trig");
    Path file = directory.resolve("run." + syntax.extensions().get(0));
    assertThat(export(false, RUN, "--out", standard.toString())).isEqualTo(new Outcome(0, "", ""));

    Outcome outcome = export(false, RUN, "--out", file.toString());

    assertThat(outcome.exitCode()).isZero();
    DatasetGraph expected = RDFDataMgr.loadDatasetGraph(standard.toString());
    DatasetGraph read = new Document(DocumentSource.of(file), syntax).dataset(new Losses());
    if (read.listGraphNodes().hasNext()) {
      assertThat(outcome.error()).isEmpty();
      assertThat(IsoMatcher.isomorphic(read, expected)).isTrue();
    } else {
      assertThat(outcome.error()).contains("the syntax holds no bundles");
      assertThat((long) read.getDefaultGraph().size())
          .isEqualTo(expected.stream().map(Quad::asTriple).distinct().count());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eachRelationIsSaidOnceAndTheDocumentKnowsItsBundles(boolean served) {
    Path file = directory.resolve("run.trig");
    assertThat(export(served, "01JD8X", "--out", file.toString()))
        .isEqualTo(new Outcome(0, "", ""));

    DatasetGraph read = RDFDataMgr.loadDatasetGraph(file.toString());
    Node run = NodeFactory.createURI(RUN);
    assertThat(read.getDefaultGraph().contains(run, RDF.type.asNode(), PROV.Bundle.asNode()))
        .isTrue();
    assertThat(read.contains(run, TRAINING, RDF.type.asNode(), PROV.Activity.asNode())).isTrue();
    // The agents have a role each, so there is nothing to say of them but in the qualified form.
    assertThat(read.contains(run, TRAINING, PROV.wasAssociatedWith.asNode(), Node.ANY)).isFalse();
    assertThat(read.contains(run, TRAINING, PROV.qualifiedAssociation.asNode(), Node.ANY)).isTrue();
  }

  @Test
  void theProfileOfTheStoreIsWhatTheStoreHolds() {
    Path file = directory.resolve("all.nq");
    assertThat(export(false, "ALL", "--profile", "store", "--out", file.toString()).exitCode())
        .isZero();

    try (ProvenanceStore open = ProvenanceStore.open(store)) {
      DatasetGraph read = RDFDataMgr.loadDatasetGraph(file.toString());
      assertThat(open.<Boolean>read(dataset -> IsoMatcher.isomorphic(dataset, read))).isTrue();
    }
    export(false, "ALL", "--profile", "store", "--format", "prov-n").isFailure(2, "is of RDF");
  }

  @Test
  void anExperimentIsAllItsRuns() {
    Outcome outcome = export(false, "experiment/digits", "--format", "nquads");

    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.output()).contains("<" + RUN + "> .", "/study/");
  }

  @Test
  void whatIsNotThereIsSaid() {
    export(false, "nothing like it").isFailure(2, "nothing like it");
  }
}
