package org.provdl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.jena.riot.RDFDataMgr;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver;
import org.deeplearning4j.earlystopping.scorecalc.DataSetLossCalculator;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingTrainer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.optimize.api.InvocationType;
import org.deeplearning4j.optimize.listeners.EvaluativeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.provdl.capture.Artifact;
import org.provdl.capture.Capture;
import org.provdl.capture.Credentials;
import org.provdl.capture.Dimension;
import org.provdl.capture.HttpAccess;
import org.provdl.capture.Preparation;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Responsible;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.Study;
import org.provdl.capture.StudyOutcome;
import org.provdl.capture.TrainingRun;
import org.provdl.capture.dl4j.ProvenanceListener;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.Condition;
import org.provdl.queries.Format;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;

/**
 * The README keeps its word: its Java is the Java that runs here, its commands are those that
 * .ci/run runs.
 */
class ReadmeIT {

  private static final Path ROOT = Path.of("..");

  @TempDir private Path directory;

  @Test
  void oneCallCapturesATraining() throws Exception {
    MultiLayerNetwork network = network();
    IrisData iris = new IrisData(42);
    DataSetIterator training = iris.training();
    DataSetIterator test = iris.test();
    try (Capture capture = Capture.to(QuadSink.store(directory));
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      network.fit(training, 20);
      provenance.evaluated(network.evaluate(test), Split.TEST);
    }
    try (ProvenanceStore store = ProvenanceStore.open(directory);
        ProvenanceServer server = ProvenanceServer.builder(store).port(0).start()) {
      SparqlEndpoint endpoint = SparqlEndpoint.remote(server.queryEndpoint());
      ResultTable best = Catalogue.standard().query("best-runs").with("limit", "5").on(endpoint);
      Format.TABLE.write(best, System.out);
      assertThat(best.rows()).hasSize(1);
    }
  }

  @Test
  void moreFactsAreOneLineEach() throws Exception {
    MultiLayerNetwork network = network();
    Path csv = Files.writeString(directory.resolve("data.csv"), "1,2,3");
    DataSetIterator training = new IrisData(42).training();
    Path model = directory.resolve("model.zip");
    network.save(model.toFile());
    DataSetIterator test = new IrisData(42).test();
    EvaluativeListener evaluativeListener =
        new EvaluativeListener(test, 1, InvocationType.EPOCH_END);
    Responsible rule =
        Responsible.rule("halve on plateau", "halves the rate where the loss is flat");
    try (Capture capture = Capture.to(QuadSink.trigFile(directory.resolve("runs.trig")));
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      provenance
          .run()
          .choose(
              Setting.ofModel(
                  "epochs", 20)); // a hyperparameter that the network does not know, of any name
      provenance
          .track(training, Split.TRAINING)
          .from(csv)
          .shuffled(42); // the data: iterator, labels, normalizer; file or directory by its SHA-256
      provenance
          .run()
          .prepare(
              Preparation.named("tokenize")
                  .using(Artifact.of(csv))
                  .with("lowercase", true)
                  .giving(Split.TRAINING)); // a step of yours
      provenance.run().measure("perplexity", 12.5, Split.VALIDATION); // a metric of your own
      provenance.saved(model); // the file that the network was written to
      provenance.evaluated(
          network.evaluateROCMultiClass(test, 0), Split.TEST); // any evaluation of ND4J
      evaluativeListener.setCallback(
          provenance.evaluations(Split.VALIDATION)); // what it evaluates, by epoch
      provenance.adapt(
          "the loss is flat",
          rule,
          () -> network.setLearningRate(1e-3)); // whose change it was, and why
    }
    assertThat(Files.readString(directory.resolve("runs.trig")))
        .contains("perplexity", "data.csv", "model.zip", "tokenize", "ListDataSetIterator")
        .contains("areaUnderCurve", "halve on plateau");
  }

  @Test
  void transferLearningIsOneLineMore() throws Exception {
    MultiLayerNetwork original = network();
    MultiLayerNetwork network = new TransferLearning.Builder(original).build();
    DataSetIterator training = new IrisData(42).training();
    Path runs = directory.resolve("runs.trig");
    try (Capture capture = Capture.to(QuadSink.trigFile(runs))) {
      try (ProvenanceListener provenance =
          ProvenanceListener.builder(network, capture).transferredFrom(original).attach()) {
        network.fit(training, 5);
      }
    }
    assertThat(Files.readString(runs)).contains("transferStatus");
  }

  @Test
  void aStudySearchesForGoodHyperparameters() throws Exception {
    IrisData iris = new IrisData(42);
    DataSetIterator training = iris.training();
    DataSetIterator test = iris.test();
    Path file = directory.resolve("study.trig");
    try (Capture capture = Capture.to(QuadSink.trigFile(file))) {
      try (Study study =
          Study.builder(capture, "iris search")
              .maximize("accuracy", Split.TEST)
              .over(
                  Dimension.logUniform("learningRate", 1e-3, 1),
                  Dimension.integers("hidden", 2, 16))
              .random(8, 42) // or .grid()
              .start()) {
        StudyOutcome outcome =
            study.run(
                trial -> {
                  MultiLayerNetwork network =
                      network(trial.real("learningRate"), trial.integer("hidden"));
                  try (ProvenanceListener provenance =
                      ProvenanceListener.builder(network, capture).trial(trial).attach()) {
                    network.fit(training, 20);
                  }
                  return network.evaluate(test).accuracy();
                });
        System.out.println(outcome);
      }
    }
    assertThat(RDFDataMgr.loadDatasetGraph(file.toString()).listGraphNodes())
        .toIterable()
        .hasSize(9);
    assertThat(Files.readString(file)).contains("selectedTrial");
  }

  @Test
  void theStoreStopsAndChangesATraining() throws Exception {
    MultiLayerNetwork network = network();
    DataSetIterator training = new IrisData(42).training();
    DataSetIterator test = new IrisData(42).test();
    EarlyStoppingConfiguration.Builder<MultiLayerNetwork> earlyStopping =
        new EarlyStoppingConfiguration.Builder<MultiLayerNetwork>()
            .modelSaver(new InMemoryModelSaver<>())
            .scoreCalculator(new DataSetLossCalculator(test, true));
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory);
        Capture capture = Capture.to(QuadSink.store(store));
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      SparqlEndpoint live = SparqlEndpoint.of(store::read);
      CannedQuery slowly = Catalogue.standard().query("improves-too-slowly");
      provenance
          .when(slowly.with("epochs", "3").condition(live))
          .cooldown(2)
          .adapt("halve on plateau", () -> network.setLearningRate(network.getLearningRate(0) / 2));
      Condition tenth =
          Condition.of(
              "ten epochs",
              "ASK { GRAPH ?run { ?epoch <https://w3id.org/provdl#index> 10 } }",
              live);
      earlyStopping.epochTerminationConditions(provenance.when(tenth).stop());
      EarlyStoppingTrainer trainer =
          new EarlyStoppingTrainer(earlyStopping.build(), network, training);
      trainer.setListener(provenance.earlyStopping());
      assertThat(trainer.fit().getTerminationDetails()).isEqualTo("ten epochs");
    }
  }

  @Test
  void dataThatSaysHowItIsReadCanBeReadAgain() throws Exception {
    Path runs = directory.resolve("runs.trig");
    try (Capture capture = Capture.to(QuadSink.trigFile(runs));
        ProvenanceListener provenance = ProvenanceListener.attach(network(), capture, "digits")) {
      DigitsData data =
          new DigitsData(
              Split.TRAINING,
              42); // record DigitsData(Split split, long seed) implements ReadableData
      DataSetIterator training = data.open();
      provenance.track(training, Split.TRAINING).readBy(data);
    }
    assertThat(Files.readString(runs)).contains("org.provdl.examples.DigitsData");
  }

  @Test
  void anyJavaProgramCanRecord() throws Exception {
    Path file = directory.resolve("runs.trig");
    try (Capture capture = Capture.to(QuadSink.trigFile(file));
        TrainingRun run =
            capture.start(RunDescription.named("by hand").inExperiment("first steps"))) {
      run.choose(Setting.ofModel("learningRate", 0.1));
      run.startEpoch();
      run.iterate(0.7, 32);
      run.adapt(Setting.ofModel("learningRate", 0.01), "loss went up", Responsible.OPERATOR);
      run.iterate(0.6, 32);
      run.endEpoch();
      run.evaluate(Split.TEST, Map.of("accuracy", 0.9), null);
    }
    assertThat(RDFDataMgr.loadDatasetGraph(file.toString()).listGraphNodes())
        .toIterable()
        .hasSize(1);
  }

  @Test
  void credentialsGoWithEveryRequest() throws Exception {
    List<String> authorizations = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/update",
        exchange -> {
          authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      URI endpoint =
          URI.create("http://localhost:%d/update".formatted(server.getAddress().getPort()));
      String password = "secret";
      HttpAccess access =
          HttpAccess.with(Credentials.basic("ada", password)).requestTimeout(Duration.ofMinutes(5));
      QuadSink sink = QuadSink.sparqlUpdate(endpoint, access);
      try (Capture capture = Capture.builder(sink).journal(directory).open()) {
        capture.start(RunDescription.named("with credentials")).close();
      }
    } finally {
      server.stop(0);
    }
    assertThat(authorizations).isNotEmpty().containsOnly("Basic YWRhOnNlY3JldA==");
  }

  @Test
  void aServerRunsInTheSameProcess() {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory);
        ProvenanceServer server = ProvenanceServer.builder(store).port(0).start()) {
      System.out.println("SPARQL at " + server.queryEndpoint());
    }
  }

  @Test
  void everyJavaSnippetRunsHere() throws IOException {
    String here =
        squeeze(Files.readString(Path.of("src/test/java/org/provdl/examples/ReadmeIT.java")));
    List<String> snippets = blocks("java");
    assertThat(snippets)
        .hasSize(10)
        .allSatisfy(snippet -> assertThat(here).contains(squeeze(snippet)));
  }

  @Test
  void everyCommandIsRunByTheContinuousIntegration() throws IOException {
    String script = Files.readString(ROOT.resolve(".ci/run"), StandardCharsets.UTF_8);
    List<String> commands =
        blocks("bash").stream()
            .flatMap(String::lines)
            .map(command -> command.replaceAll("\\b(RUN|OTHER|DIGEST|DATA|STUDY)\\b", "\"\\$$1\""))
            .toList();
    assertThat(commands)
        .hasSizeGreaterThan(5)
        .allSatisfy(command -> assertThat(script).contains(command));
  }

  private static List<String> blocks(String language) throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"), StandardCharsets.UTF_8);
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(readme)
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static MultiLayerNetwork network(double learningRate, int hidden) {
    return Example1Iris.network(new Sgd(learningRate), hidden);
  }

  /** The smallest one that learns irises. */
  static MultiLayerNetwork network() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(42)
                .updater(new Sgd(0.1))
                .list()
                .layer(
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(4)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    network.init();
    return network;
  }
}
