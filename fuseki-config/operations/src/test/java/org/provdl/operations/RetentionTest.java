package org.provdl.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.PROVDL;

final class RetentionTest {

  private static final Choice DIGITS = new Choice.Experiment("digits");
  private static final Choice TRAINING = new Choice.Run(Graphs.RUN);

  @TempDir private Path directory;
  private ProvenanceStore store;

  @BeforeEach
  void open() {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anExperimentGoesWithAllItsRunsAndStudies() {
    Graphs.append(store, "training-run", "study");
    long all = Graphs.quads(Graphs.content(store)).size();

    Backup.Summary removed = new Retention(store, DIGITS, false).remove((Path) null);

    assertThat(removed).isEqualTo(new Backup.Summary(2, all));
    assertThat(Graphs.quads(Graphs.content(store))).isEmpty();
    assertThat(store.statistics().quadsRemoved()).isEqualTo(all);
  }

  @Test
  void othersStayAsTheyAre() {
    Graphs.append(store, "training-run", "study");
    DatasetGraph before = Graphs.content(store);
    store.append(List.of(quad("x:other")));

    new Retention(store, new Choice.Run("x:other"), false).remove((Path) null);

    assertThat(IsoMatcher.isomorphic(before, Graphs.content(store))).isTrue();
  }

  @Test
  void whatWasArchivedComesBack() {
    Graphs.append(store, "training-run", "study");
    DatasetGraph before = Graphs.content(store);
    Path archive = directory.resolve("digits.nq.gz");

    new Retention(store, DIGITS, false).remove(archive);
    Backup.restore(archive, directory.resolve("restored"));

    assertThat(Graphs.quads(Graphs.content(store))).isEmpty();
    try (ProvenanceStore restored = ProvenanceStore.open(directory.resolve("restored"))) {
      assertThat(IsoMatcher.isomorphic(before, Graphs.content(restored))).isTrue();
    }
  }

  @Test
  void aRunThatOthersReferToStaysUnlessByForce() {
    Graphs.append(store, "training-run", "reproduced-run", "fine-tuned-run");
    DatasetGraph before = Graphs.content(store);

    assertThatThrownBy(() -> new Retention(store, TRAINING, false).remove((Path) null))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("others depend on the run " + Graphs.RUN)
        .hasMessageContaining("use force");
    assertThat(IsoMatcher.isomorphic(before, Graphs.content(store))).isTrue();

    new Retention(store, TRAINING, true).remove((Path) null);
    assertThat(
            store.<Boolean>read(
                dataset -> dataset.containsGraph(NodeFactory.createURI(Graphs.RUN))))
        .isFalse();
  }

  @Test
  void aRunThatGoesOnStaysUnlessByForce() {
    store.append(
        List.of(
            Quad.create(
                NodeFactory.createURI("x:run"),
                NodeFactory.createURI("x:run#training"),
                RDF.type.asNode(),
                PROVDL.TrainingRun.asNode())));
    Choice going = new Choice.Run("x:run");

    assertThatThrownBy(() -> new Retention(store, going, false).remove((Path) null))
        .hasMessageContaining("has not ended: x:run");
    assertThat(new Retention(store, going, true).remove((Path) null).quads()).isEqualTo(1);
  }

  @Test
  void whatWasAddedSinceTheArchiveIsNotLost() {
    Graphs.append(store, "training-run", "study");
    long all = Graphs.quads(Graphs.content(store)).size();

    assertThatThrownBy(() -> new Retention(store, DIGITS, false).remove(OptionalLong.of(all - 1)))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("was added to the experiment digits meanwhile");
    assertThat(Graphs.quads(Graphs.content(store))).hasSize((int) all);
  }

  @Test
  void nothingIsRemovedWhereTheArchiveCannotBeWritten() {
    Graphs.append(store, "training-run", "study");

    assertThatThrownBy(
            () -> new Retention(store, DIGITS, false).remove(directory.resolve("no/such/place")))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("Cannot write");
    assertThat(Graphs.quads(Graphs.content(store))).isNotEmpty();
  }

  @Test
  void whatIsNotThereIsTold() {
    assertThatThrownBy(() -> new Retention(store, DIGITS, true).remove((Path) null))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("nothing of the experiment digits");
    assertThatThrownBy(() -> new Retention(store, TRAINING, true).remove((Path) null))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("nothing of the run");
  }

  private static Quad quad(String graph) {
    return Quad.create(
        NodeFactory.createURI(graph),
        NodeFactory.createURI(graph),
        NodeFactory.createURI("x:p"),
        NodeFactory.createURI("x:o"));
  }
}
