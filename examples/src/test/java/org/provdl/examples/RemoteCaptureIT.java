package org.provdl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.EarlyStoppingResult;
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver;
import org.deeplearning4j.earlystopping.scorecalc.DataSetLossCalculator;
import org.deeplearning4j.earlystopping.termination.MaxEpochsTerminationCondition;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingTrainer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Capture;
import org.provdl.capture.Environment;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Setting;
import org.provdl.capture.TrainingRun;
import org.provdl.capture.dl4j.ProvenanceListener;
import org.provdl.queries.Catalogue;
import org.provdl.queries.Condition;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;

/** Capture that goes to our own server over HTTP. */
class RemoteCaptureIT {

  @TempDir private Path directory;

  @Test
  void aRunSentToTheServerIsTheSameGraphAsInMemory() {
    DatasetGraph expected = DatasetGraphFactory.create();
    record(QuadSink.memory(expected), "one");
    DatasetGraph served = DatasetGraphFactory.create();
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory.resolve("store"));
        ProvenanceServer server = ProvenanceServer.builder(store).port(0).start()) {
      record(QuadSink.graphStore(append(server)), "one");
      store.read(
          dataset -> {
            dataset.find().forEachRemaining(served::add);
            return true;
          });
    }
    assertThat(expected.isEmpty()).isFalse();
    assertThat(IsoMatcher.isomorphic(expected, served)).isTrue();
  }

  @Test
  void severalCapturesWriteToOneServerAtATime() {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory.resolve("store"));
        ProvenanceServer server = ProvenanceServer.builder(store).port(0).start()) {
      CompletableFuture<?>[] captures = new CompletableFuture<?>[4];
      for (int i = 0; i < captures.length; i++) {
        String id = "run-" + i;
        captures[i] =
            CompletableFuture.runAsync(() -> record(QuadSink.graphStore(append(server)), id));
      }
      CompletableFuture.allOf(captures).join();
      ResultTable runs =
          Catalogue.standard().query("list-runs").on(SparqlEndpoint.remote(server.queryEndpoint()));
      assertThat(runs.rows())
          .hasSize(captures.length)
          .allSatisfy(
              run -> {
                assertThat(Cells.iri(run, "status")).endsWith("completed");
                assertThat(Cells.text(run, "epochs")).isEqualTo("30");
              });
    }
  }

  @Test
  void aServerStopsATrainingThatIsCapturedIntoIt() throws Exception {
    MultiLayerNetwork network = ReadmeIT.network();
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory.resolve("store"));
        ProvenanceServer server = ProvenanceServer.builder(store).port(0).start();
        Capture capture =
            Capture.builder(QuadSink.graphStore(append(server)))
                .journal(directory.resolve("journal"))
                .open();
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "remote")) {
      Condition third =
          Condition.of(
              "a third score",
              "PREFIX provdl: <https://w3id.org/provdl#> ASK { GRAPH ?run { ?m provdl:split provdl:validationData ; provdl:epoch/provdl:index 3 } }",
              SparqlEndpoint.remote(server.queryEndpoint()));
      EarlyStoppingTrainer trainer =
          new EarlyStoppingTrainer(
              new EarlyStoppingConfiguration.Builder<MultiLayerNetwork>()
                  .modelSaver(new InMemoryModelSaver<>())
                  .scoreCalculator(new DataSetLossCalculator(new IrisData(42).test(), true))
                  .epochTerminationConditions(
                      new MaxEpochsTerminationCondition(20),
                      provenance.when(third).patience(Duration.ofMinutes(1)).stop())
                  .build(),
              network,
              new IrisData(42).training());
      trainer.setListener(provenance.earlyStopping());
      EarlyStoppingResult<MultiLayerNetwork> result = trainer.fit();
      assertThat(result.getTotalEpochs()).isEqualTo(3);
      assertThat(result.getTerminationDetails()).isEqualTo("a third score");
    }
  }

  private static URI append(ProvenanceServer server) {
    return URI.create(server.uri() + "/append");
  }

  private void record(QuadSink sink, String id) {
    Environment environment = new Environment("host.example", "Linux", 2, 1024, "17", null);
    try (Capture capture =
            Capture.builder(sink)
                .journal(directory.resolve("journal"))
                .ids(() -> id)
                .environment(() -> environment)
                .withoutResourceUse()
                .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .open();
        TrainingRun run = capture.start(RunDescription.named("remote"))) {
      run.choose(Setting.ofModel("learningRate", 0.1));
      for (int epoch = 1; epoch <= 30; epoch++) {
        run.startEpoch();
        run.iterate(1.0 / epoch, 10);
        run.endEpoch();
      }
    }
  }
}
