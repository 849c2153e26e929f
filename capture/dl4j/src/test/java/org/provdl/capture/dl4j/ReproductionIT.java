package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.system.Txn;
import org.deeplearning4j.datasets.fetchers.IrisDataFetcher;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.evaluation.classification.ROCMultiClass;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;
import org.provdl.capture.Capture;
import org.provdl.capture.Check;
import org.provdl.capture.Check.Verdict;
import org.provdl.capture.DataReader;
import org.provdl.capture.Environment;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RecordedRun;
import org.provdl.capture.Reproducer;
import org.provdl.capture.Reproduction;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/** A run that is trained again from its record comes to the same, to the last bit. */
class ReproductionIT {

  private static final ClassLoader LOADER = ReproductionIT.class.getClassLoader();

  private static final Environment HERE = Environment.detect(Path.of(""));

  private final CapturedGraph graph = new CapturedGraph();

  @TempDir private Path directory;
  private Path csv = Path.of("");

  @BeforeEach
  void writeFlowers() throws IOException {
    csv = directory.resolve("iris.csv");
    try (InputStream flowers = IrisDataFetcher.class.getResourceAsStream("/iris.dat")) {
      Files.write(csv, flowers.readAllBytes());
    }
  }

  @Test
  void aNetworkWithDropoutAndShuffledDataIsTrainedToTheLastBit() throws Exception {
    MultiLayerNetwork network = new MultiLayerNetwork(withDropout(12345));
    network.init();
    Nd4j.rand(7, 7); // so that the seed alone does not give the random numbers of dropout
    String run =
        train(
            network,
            provenance -> {
              DataSetIterator training = track(provenance, Split.TRAINING);
              DataSetIterator test = track(provenance, Split.TEST);
              for (int epoch = 0; epoch < 4; epoch++) {
                network.fit(training);
                provenance.evaluated(network.evaluate(test), Split.TEST);
              }
              test.reset();
              provenance.evaluated(network.doEvaluation(test, new ROCMultiClass(20)), Split.TEST);
            });

    Reproduction reproduction = prepare(run);
    assertThat(reproduction.checks())
        .filteredOn(check -> check.verdict() != Verdict.SAME)
        .isEmpty();
    assertThat(verdicts(reproduction.checks()))
        .containsKeys(
            "training data, iris.csv",
            "test data, iris.csv",
            "initial parameters",
            "Deeplearning4j",
            "Java",
            "class path",
            "code");
    String again = train(reproduction);

    List<Check> results = read(run).compareTo(read(again));
    assertThat(results).allMatch(check -> check.verdict() == Verdict.SAME);
    assertThat(results.stream().map(Check::subject))
        .contains(
            "initial parameters",
            "epochs",
            "trained parameters",
            "accuracy, test",
            "areaUnderCurve, test",
            "recall by class, test",
            "confusion matrix, test",
            "loss, training",
            "loss curve, training");
    graph.assertAsk(
        "?t a provdl:TrainingRun ; provdl:reproduces <%s> ; prov:used <%s> . ?d prov:wasDerivedFrom <%s>"
            .formatted(run, run, run));
    assertThat(read(again).generatorState()).isEqualTo(read(run).generatorState());
    String third = train(prepare(again));
    assertThat(read(run).compareTo(read(third))).allMatch(check -> check.verdict() == Verdict.SAME);
  }

  @Test
  void aGraphWithAScheduleIsTrainedToTheLastBit() throws Exception {
    ComputationGraph network = new ComputationGraph(withSchedule());
    network.init();
    String run =
        train(
            network,
            provenance -> {
              network.fit(track(provenance, Split.TRAINING), 5);
              provenance.evaluated(
                  network.<Evaluation>evaluate(track(provenance, Split.TEST)), Split.TEST);
            });
    graph.assertAsk("?a a provdl:Adaptation");

    String again = train(prepare(run));

    assertThat(read(run).compareTo(read(again)))
        .allMatch(check -> check.verdict() == Verdict.SAME)
        .extracting(Check::subject)
        .contains("trained parameters", "accuracy, test");
  }

  @Test
  void aRunThatWentOnFromAModelFileGoesOnFromItAgain() throws Exception {
    MultiLayerNetwork network = new MultiLayerNetwork(withDropout(1));
    network.init();
    Path file = directory.resolve("model.zip");
    String first =
        train(
            network,
            provenance -> {
              network.fit(track(provenance, Split.TRAINING), 2);
              network.save(file.toFile(), true);
              provenance.saved(file);
            });
    MultiLayerNetwork restored = MultiLayerNetwork.load(file.toFile(), true);
    String second =
        train(restored, provenance -> restored.fit(track(provenance, Split.TRAINING), 2));

    String again = train(prepare(second));

    assertThat(read(second).compareTo(read(again)))
        .allMatch(check -> check.verdict() == Verdict.SAME);
    assertThat(read(again).initial()).isEqualTo(read(second).initial());
    assertThat(read(first).trained()).isNotEqualTo(read(second).trained());
    Files.delete(file);
    isRefused(prepare(second), "initial parameters", "had 12 updates", "model.zip");
  }

  @Test
  void dataThatHasMovedIsFoundByItsContent() throws Exception {
    String run = trainSmall();
    Path moved = Files.move(csv, directory.resolve("moved.csv"));

    isRefused(prepare(run), "training data, iris.csv", "cannot be read", "--data");
    String again = train(prepare(run, moved));

    assertThat(read(run).compareTo(read(again))).allMatch(check -> check.verdict() == Verdict.SAME);
    graph.assertAsk("?p rdfs:label 'file' ; prov:value '" + moved + "'");
    Path other = Files.writeString(directory.resolve("other.csv"), "1,2,3,4,0");
    isRefused(prepare(run, moved, other), other.toString(), "none that the run has read");
  }

  @Test
  void dataThatHasChangedIsRefused() throws Exception {
    String run = trainSmall();
    Files.writeString(csv, Files.readString(csv).replaceFirst("5.1", "5.2"));

    Reproduction reproduction = prepare(run);
    isRefused(reproduction, "training data, iris.csv", "holds something else");
    assertThatThrownBy(() -> train(reproduction)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatCannotBeDoneAgainIsRefusedWithTheReason() throws Exception {
    MultiLayerNetwork network = small();
    String unread = train(network, provenance -> network.fit(csv().open()));
    isRefused(prepare(unread), "training data", "readBy");

    MultiLayerNetwork adapted = small();
    String byHand =
        train(
            adapted,
            provenance -> {
              DataSetIterator training = track(provenance, Split.TRAINING);
              adapted.fit(training);
              adapted.setLearningRate(0.5);
              adapted.fit(training);
            });
    isRefused(prepare(byHand), "training", "changed a setting", "learningRate");

    MultiLayerNetwork once = small();
    String batch =
        train(
            once,
            provenance -> {
              DataSetIterator training = track(provenance, Split.TRAINING);
              once.fit(training.next());
            });
    isRefused(prepare(batch), "training", "not trained by fit(iterator)");

    MultiLayerNetwork failing = small();
    String failed =
        train(
            failing,
            provenance -> {
              failing.fit(track(provenance, Split.TRAINING));
              provenance.failed(new IOException("no more disk"));
            });
    isRefused(prepare(failed), "training", "It is failed");

    MultiLayerNetwork longTrained = small();
    longTrained.fit(csv().open());
    String goingOn =
        train(longTrained, provenance -> longTrained.fit(track(provenance, Split.TRAINING)));
    isRefused(prepare(goingOn), "initial parameters", "no model file with them is recorded");
  }

  @Test
  void aRunOfAnotherFrameworkIsRefused() {
    String run;
    try (Capture capture = capture();
        TrainingRun other =
            capture.start(
                RunDescription.named("other").trainedBy(FrameworkVersion.framework("SameDiff")))) {
      run = other.iri();
    }
    isRefused(prepare(run), "framework", "trained by SameDiff");
  }

  @Test
  void aClassThatReadsNoDataIsNeverInitialized() throws Exception {
    for (String name : List.of("java.lang.Runtime", Trap.class.getName(), "org.nowhere.Data")) {
      MultiLayerNetwork network = small();
      String run =
          train(
              network,
              provenance -> {
                network.fit(csv().open());
                provenance.run().readBy(Split.TRAINING, new DataReader(name, List.of()));
              });
      isRefused(prepare(run), "training data", name);
    }
    assertThat(System.getProperty(Trap.class.getName())).isNull();
  }

  @Test
  void aNetworkOfForeignClassesIsRefused() {
    String hostile = "{\"a\":[{\"@class\":\"%s\"}]}";
    for (String name : List.of("java.lang.Runtime", Trap.class.getName())) {
      assertThatThrownBy(() -> RecordedClasses.check(hostile.formatted(name), LOADER))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(name + " is no part of a network");
    }
    RecordedClasses.check(hostile.formatted(OwnActivation.class.getName()), LOADER);
    RecordedClasses.check(hostile.formatted(DenseLayer.class.getName()), LOADER);
    assertThat(System.getProperty(Trap.class.getName())).isNull();
  }

  /** Tells when it is initialized. */
  private static final class Trap {
    static {
      System.setProperty(Trap.class.getName(), "initialized");
    }
  }

  private interface OwnActivation extends IActivation {}

  private IrisCsv csv() {
    return data(Split.TRAINING);
  }

  private IrisCsv data(Split split) {
    return new IrisCsv(csv, split, 20, 0.8, 42);
  }

  private DataSetIterator track(ProvenanceListener provenance, Split split) throws IOException {
    IrisCsv data = data(split);
    DataSetIterator iterator = data.open();
    provenance.track(iterator, split).readBy(data).shuffled(42);
    return iterator;
  }

  private String trainSmall() throws Exception {
    MultiLayerNetwork network = small();
    return train(network, provenance -> network.fit(track(provenance, Split.TRAINING), 2));
  }

  private String train(Model network, CapturedGraph.Training training) throws Exception {
    try (Capture capture = capture();
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "iris")) {
      training.run(provenance);
      return provenance.run().iri();
    }
  }

  private String train(Reproduction reproduction) throws Exception {
    try (Capture capture = capture()) {
      String again = reproduction.train(capture);
      assertThat(capture.flush(Duration.ofMinutes(1))).isTrue();
      return again;
    }
  }

  /** What a capture would find each time. */
  private Capture capture() {
    return Capture.builder(QuadSink.memory(graph.dataset)).environment(() -> HERE).open();
  }

  private Reproduction prepare(String run, Path... moved) {
    return Reproducer.find(LOADER).orElseThrow().prepare(read(run), List.of(moved), LOADER);
  }

  private RecordedRun read(String run) {
    return Txn.calculateRead(graph.dataset, () -> RecordedRun.read(graph.dataset, run));
  }

  private static Map<String, Verdict> verdicts(List<Check> checks) {
    return checks.stream().collect(Collectors.toMap(Check::subject, Check::verdict));
  }

  private static void isRefused(Reproduction reproduction, String subject, String... reasons) {
    assertThat(reproduction.isPossible()).isFalse();
    assertThat(reproduction.checks())
        .filteredOn(check -> check.verdict() == Verdict.IMPOSSIBLE)
        .anySatisfy(
            check -> {
              assertThat(check.subject()).isEqualTo(subject);
              assertThat(check.found()).contains(reasons);
            });
  }

  private static MultiLayerNetwork small() {
    return Iris.network(new Adam(0.01));
  }

  private static MultiLayerConfiguration withDropout(long seed) {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .updater(new Adam(0.02))
        .list()
        .layer(
            new DenseLayer.Builder()
                .nIn(4)
                .nOut(16)
                .activation(Activation.RELU)
                .dropOut(0.7)
                .build())
        .layer(
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(16)
                .nOut(3)
                .activation(Activation.SOFTMAX)
                .build())
        .build();
  }

  private static ComputationGraphConfiguration withSchedule() {
    return new NeuralNetConfiguration.Builder()
        .seed(7)
        .updater(new Nesterovs(new StepSchedule(ScheduleType.EPOCH, 0.1, 0.5, 2), 0.9))
        .graphBuilder()
        .addInputs("flower")
        .addLayer("left", new DenseLayer.Builder().nIn(4).nOut(6).build(), "flower")
        .addLayer("right", new DenseLayer.Builder().nIn(4).nOut(6).dropOut(0.5).build(), "flower")
        .addVertex("both", new MergeVertex(), "left", "right")
        .addLayer(
            "species",
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(12)
                .nOut(3)
                .activation(Activation.SOFTMAX)
                .build(),
            "both")
        .setOutputs("species")
        .build();
  }
}
