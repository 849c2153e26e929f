package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.listeners.CheckpointListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.learning.config.Adam;
import org.provdl.capture.Artifact;
import org.provdl.capture.ModelFile;
import org.provdl.capture.Parameters;

/** What a CheckpointListener saves is recorded without a further line. */
class CheckpointFilesIT {

  private final CapturedGraph graph = new CapturedGraph();
  @TempDir private Path directory;

  @Test
  void everyFileOfAnEpochIsACheckpointWithItsHashSizeEpochAndIteration() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    network.setListeners(
        new CheckpointListener.Builder(directory.toFile()).saveEveryEpoch().keepAll().build());
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 3));
    for (int epoch = 1; epoch <= 3; epoch++) {
      Path file = directory.resolve("checkpoint_" + (epoch - 1) + "_MultiLayerNetwork.zip");
      Artifact artifact = Artifact.of(file);
      Parameters parameters = Objects.requireNonNull(ModelFile.of(file).parameters());
      graph.assertAsk(
          "?f a provdl:Checkpoint ; provdl:sha256 '%s' ; provdl:sizeInBytes %d ; provdl:epoch/provdl:index %d ; provdl:iteration %d ; prov:wasDerivedFrom ?state . ?state provdl:parametersSha256 '%s' . ?p prov:wasDerivedFrom ?state ; provdl:iterationCount %d"
              .formatted(
                  artifact.sha256(),
                  artifact.sizeInBytes(),
                  epoch,
                  3 * epoch,
                  parameters.sha256(),
                  3 * epoch));
      assertThat(parameters.iterationCount()).isEqualTo(3L * epoch);
    }
    assertThat(graph.values("?f", "?f a provdl:Checkpoint ; provdl:location ?l")).hasSize(3);
    assertThat(graph.values("?f", "?f a provdl:TrainedModel")).hasSize(1);
  }

  @Test
  void aNetworkThatGoesOnFromACheckpointInMidEpochLeadsBack() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    network.setListeners(
        new CheckpointListener.Builder(directory.toFile()).saveEveryNIterations(4).build());
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 3));
    MultiLayerNetwork restored = CheckpointListener.loadCheckpointMLN(directory.toFile(), 0);
    graph.capture(restored, provenance -> restored.fit(Iris.iterator(), 1));
    assertThat(
            ModelLineageIT.values(
                graph.dataset,
                "?iteration",
                "?t a provdl:TrainingRun ; prov:used ?p . ?p a provdl:Parameters ; prov:wasDerivedFrom ?state . ?state prov:wasGeneratedBy ?other ; provdl:iteration ?iteration FILTER(?other != ?t)"))
        .containsExactly("5");
    assertThat(ModelLineageIT.values(graph.dataset, "?x", "?x prov:wasDerivedFrom+ ?x")).isEmpty();
  }

  @Test
  void filesThatAreDeletedMeanwhileHurtNobody() throws Exception {
    MultiLayerNetwork plain = Iris.network(new Adam(0.01));
    plain.fit(Iris.iterator(), 20);
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    network.setListeners(
        new CheckpointListener.Builder(directory.toFile())
            .saveEveryNIterations(1)
            .saveEveryEpoch()
            .keepLast(2)
            .logSaving(false)
            .build());
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 20));
    List<String> kept;
    try (Stream<Path> files = Files.list(directory)) {
      kept =
          files
              .filter(file -> file.toString().endsWith(".zip"))
              .map(Path::toString)
              .sorted()
              .toList();
    }
    assertThat(kept).hasSize(2);
    assertThat(graph.values("?l", "?f a provdl:Checkpoint ; provdl:location ?l")).containsAll(kept);
    assertThat(UnchangedTrainingIT.bits(network)).isEqualTo(UnchangedTrainingIT.bits(plain));
    graph.assertAsk("?t provdl:status provdl:completed");
  }

  @Test
  void filesOfAnEarlierRunAreNotThoseOfTheNext() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    network.setListeners(
        new CheckpointListener.Builder(directory.toFile()).saveEveryEpoch().build());
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 1));
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 1));
    assertThat(
            graph.values(
                "COUNT(?f) AS ?x",
                "?f a provdl:Checkpoint ; provdl:location ?l } } GROUP BY ?run ORDER BY ?run"))
        .containsExactly("1", "1");
  }
}
