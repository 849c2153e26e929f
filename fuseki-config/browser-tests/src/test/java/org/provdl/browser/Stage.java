package org.provdl.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.provdl.capture.Capture;
import org.provdl.capture.Layer;
import org.provdl.capture.Parameters;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Responsible;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;
import org.provdl.server.ProvenanceServer;
import org.provdl.server.Users;
import org.provdl.store.ProvenanceStore;

/** A server with runs in its store, and a capture that adds more. */
final class Stage implements AutoCloseable {

  static final String EXPERIMENT = "digits";

  /** Does nothing as text. */
  static final String HOSTILE =
      "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";

  private final ProvenanceStore store;
  private final ProvenanceServer server;
  private final Capture capture;

  Stage(Path directory) {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    server = ProvenanceServer.builder(store).port(0).start();
    capture = capture(QuadSink.graphStore(URI.create(server.uri() + "/append")), directory);
  }

  /** A server that asks everybody who it is; the capture goes to the store itself. */
  Stage(Path directory, Users users) {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    server = ProvenanceServer.builder(store).port(0).users(users).start();
    capture = capture(QuadSink.store(store), directory);
  }

  private static Capture capture(QuadSink sink, Path directory) {
    return Capture.builder(sink)
        .journal(directory.resolve("journal"))
        .pace(Duration.ofMillis(50))
        .open();
  }

  /** The address of a view, such as {@code "#/runs"}. */
  String explorer(String view) {
    return server.uri() + "/explorer/" + view;
  }

  String service() {
    return server.uri().toString();
  }

  /** All that the store holds. */
  DatasetGraph content() {
    return store.read(
        stored -> {
          DatasetGraph copy = DatasetGraphFactory.create();
          stored.find().forEachRemaining(copy::add);
          return copy;
        });
  }

  TrainingRun start(String name, String experiment) {
    return capture.start(RunDescription.named(name).inExperiment(experiment));
  }

  /** Waits until the store has all that was told. */
  void deliver() {
    if (!capture.flush(Duration.ofSeconds(20))) {
      throw new IllegalStateException("The store did not get everything in time.");
    }
  }

  /** A run from its start to its end, whose rate is halved in the middle. */
  String trained(String name, String experiment, double rate, int batchSize, int epochs) {
    try (TrainingRun run = start(name, experiment)) {
      run.choose(Setting.ofModel("learningRate", rate));
      run.choose(Setting.ofModel("batchSize", batchSize));
      run.choose(Setting.ofModel("updater", "Adam"));
      run.choose(Setting.ofLayer(0, "dropout", 0.5));
      run.configure(
          "{}",
          650,
          List.of(
              new Layer("hidden", "DenseLayer", 640, 64L, 10L, "ReLU", List.of()),
              new Layer("output", "OutputLayer", 10, 10L, 1L, "Softmax", List.of(0))));
      for (int epoch = 1; epoch <= epochs; epoch++) {
        epoch(run, epoch, rate);
        if (epoch == epochs / 2) {
          run.adapt(
              Setting.ofModel("learningRate", rate / 2), "the loss is flat", Responsible.OPERATOR);
        }
      }
      run.trained(Parameters.of("a".repeat(63) + (batchSize % 10)));
      run.evaluate(Split.TEST, Map.of("accuracy", 0.9 + rate), null);
      return run.iri();
    }
  }

  /** One epoch of a curve that falls. */
  static void epoch(TrainingRun run, int epoch, double rate) {
    run.startEpoch();
    run.iterate(1.0 / (epoch * (1 + rate)), 32);
    run.measure("loss", 1.1 / epoch, Split.VALIDATION);
    run.measure("accuracy", 1 - 0.5 / epoch, Split.VALIDATION);
    run.endEpoch();
  }

  @Override
  public void close() {
    capture.close();
    server.close();
    store.close();
  }
}
