package org.provdl.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.PROVDL;

final class UpgradeTest {

  /** What the first version did not tell. */
  private static final Set<Node> OF_THE_SECOND =
      Set.of(
          PROVDL.initializes.asNode(),
          PROVDL.summarizes.asNode(),
          PROVDL.durationInSeconds.asNode());

  @TempDir private Path directory;

  static List<Arguments> older() throws IOException {
    return Graphs.captured().stream()
        .flatMap(file -> Stream.of(1, 2).map(format -> Arguments.of(file, format)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("older")
  void whatOldGraphsLackIsAdded(Path file, int format) {
    DatasetGraph today = Graphs.read(file);
    List<Quad> old =
        Graphs.quads(today).stream()
            .filter(quad -> !isNewerThan(format, quad.getPredicate()))
            .toList();
    try (ProvenanceStore expected = ProvenanceStore.openOrCreate(directory.resolve("today"));
        ProvenanceStore store = ProvenanceStore.openOrCreate(directory.resolve("old"))) {
      expected.append(Graphs.quads(today));
      store.append(old);
      store.format(format);

      Upgrade.Report report = Upgrade.of(store);

      assertThat(report.quads()).isEqualTo(Graphs.quads(today).size() - old.size());
      assertThat(store.format()).isEqualTo(ProvenanceStore.CURRENT_FORMAT);
      assertThat(IsoMatcher.isomorphic(Graphs.content(expected), Graphs.content(store))).isTrue();
    }
  }

  @Test
  void anUpgradeThatWasBrokenOffIsEndedByTheNext() {
    Path path = directory.resolve("store");
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(path)) {
      Graphs.append(store, "training-run", "study");
      DatasetGraph before = Graphs.content(store);
      store.format(1);

      assertThat(Upgrade.of(store)).isEqualTo(new Upgrade.Report(0, 0));
      assertThat(IsoMatcher.isomorphic(before, Graphs.content(store))).isTrue();
    }
    try (ProvenanceStore store = ProvenanceStore.open(path)) {
      assertThat(store.format()).isEqualTo(ProvenanceStore.CURRENT_FORMAT);
    }
  }

  private static boolean isNewerThan(int format, Node property) {
    return (format == 1 && OF_THE_SECOND.contains(property))
        || property.getURI().matches(".*\\.(value|trainingData|validationData|testData)");
  }
}
