package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Artifact;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Responsible;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Captured runs are drawn. */
final class PlotCommandIT {
  private static final String HOSTILE = "</text><script>\"'&日本";

  @TempDir private static Path directory;
  private static String store = "";
  private static String adapted = "";

  @BeforeAll
  static void train() {
    store = directory.resolve("store").toString();
    try (Capture capture = Capture.to(QuadSink.store(Path.of(store)))) {
      try (TrainingRun run = start(capture, "adapted", 0.5, "Sgd")) {
        adapted = run.iri();
        epochs(run, 2, 1.5);
        run.adapt(Setting.ofModel("learningRate", 0.05), "flat", Responsible.OPERATOR);
        epochs(run, 0.5, 0.25);
        run.evaluate(Split.TEST, Map.of("accuracy", 0.9), null);
      }
      try (TrainingRun run = start(capture, HOSTILE, 0.001, "Adam")) {
        epochs(run, 1, Double.NaN, 0.5);
        run.evaluate(Split.TEST, Map.of("accuracy", 0.6), null);
      }
      try (TrainingRun run = start(capture, "twin", 0.1, "Adam")) {
        epochs(run, Double.NaN);
        run.evaluate(Split.TEST, Map.of("accuracy", Double.NaN), null);
      }
      start(capture, "twin", 0.1, "Adam").close();
    }
  }

  @Test
  void aRunIsDrawnWithItsAdaptations() throws Exception {
    Document svg = svg("curves", "adapted");

    assertThat(texts(svg, "text"))
        .contains("loss on training by epoch of adapted", "learningRate 0.5 → 0.05", "epoch");
    assertThat(texts(svg, "title"))
        .contains("adapted, epoch 1: 2", "adapted, epoch 4: 0.25", "adapted");
  }

  @Test
  void severalRunsAreALineEachAndGapsAreTold() throws Exception {
    Document svg = svg("curves", adapted, HOSTILE, "--log");

    assertThat(texts(svg, "text"))
        .contains(
            "loss on training by epoch of 2 runs",
            "adapted",
            HOSTILE,
            HOSTILE + ": 1 of 3 values are not positive numbers, the first at epoch 2");
    assertThat(texts(svg, "script")).isEmpty();
  }

  @Test
  void iterationsAreDrawnFromTheirSeries() throws Exception {
    Document svg = svg("curves", "adapted", "--iterations");

    assertThat(texts(svg, "text")).contains("loss on training by iteration of adapted");
    assertThat(texts(svg, "title")).contains("adapted, iteration 8: 0.25");
  }

  @Test
  void aMetricIsDrawnAgainstAHyperparameterOnALogarithmicAxisWhereItIsWide() throws Exception {
    Document svg = svg("scatter", "learningRate", "--metric", "accuracy");

    assertThat(texts(svg, "text"))
        .contains(
            "accuracy on test by learningRate, 2 runs",
            "2 runs without a finite value: 2 completed",
            "0.001",
            "0.01",
            "0.1");
    assertThat(texts(svg, "title")).contains("adapted: learningRate 0.5, accuracy on test 0.9");
    assertThat(texts(svg("scatter", "updater", "--metric", "accuracy"), "text"))
        .contains("Adam", "Sgd");
  }

  @Test
  void parallelAxesAreThoseOfWhatVaries() throws Exception {
    Document svg = svg("parallel", "--metric", "accuracy", "--experiment", "plots");

    assertThat(texts(svg, "text"))
        .contains("learningRate", "updater", "accuracy on test", "Adam", "Sgd")
        .doesNotContain("batchSize");
    assertThat(texts(svg, "title")).contains("adapted: accuracy on test 0.9");
    assertThat(texts(svg("parallel", "batchSize", "--metric=accuracy"), "text"))
        .contains("batchSize");
  }

  @Test
  void theLineageOfARunLeadsToItsData() throws Exception {
    Document svg = svg("lineage", "adapted");

    assertThat(texts(svg, "text")).contains("lineage of adapted", "digits.csv", "Dataset");
    assertThat(texts(svg, "title")).contains(adapted + "#training");
    assertThat(texts(svg("lineage", "adapted", "--settings"), "text"))
        .contains("learningRate 0.5", "learningRate 0.05");
  }

  @Test
  void theEndingOfTheFileIsTheFormatAndAServerAnswersAsTheStoreDoes() throws Exception {
    Path png = directory.resolve("a.PNG");
    Path svg = directory.resolve("a.svg");
    Path remote = directory.resolve("b.svg");
    plot("curves", "adapted", "--out", png.toString(), "--width=300", "--height=200");
    plot("curves", "adapted", "--out", svg.toString());
    plot("curves", "adapted", "--out", svg.toString());
    try (ProvenanceStore open = ProvenanceStore.open(Path.of(store));
        ProvenanceServer server = ProvenanceServer.builder(open).port(0).start()) {
      String url = server.uri().toString();
      Outcome outcome =
          Outcome.of("plot", "curves", "adapted", "--server", url, "--out", remote.toString());
      assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
    }

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(png)));
    assertThat(image.getWidth()).isEqualTo(300);
    assertThat(image.getHeight()).isEqualTo(200);
    assertThat(remote).hasSameBinaryContentAs(svg);
  }

  @Test
  void whatCannotBeDrawnIsExplainedInOneLine() throws IOException {
    Outcome.of("plot").isFailure(2, "Missing required subcommand", "provdl plot --help");
    plot("curves", "nobody").isFailure(2, "There is no run 'nobody'");
    plot("curves", "adapted", "--metric=recall")
        .isFailure(2, "There is no metric 'recall'", "accuracy, loss");
    plot("curves", "adapted", "--metric=accuracy", "--split=validation")
        .isFailure(1, "adapted has no accuracy on validation by epoch", "loss on training");
    plot("curves", "twin").isFailure(2, "'twin' may be any of");
    plot("scatter", "colour", "--metric=accuracy")
        .isFailure(2, "There is no hyperparameter 'colour'");
    plot("scatter", "updater", "--metric=accuracy", "--split=training")
        .isFailure(1, "No run has a number for accuracy on training");
    plot("parallel", "--metric=accuracy", "--experiment=other").isFailure(1, "'other'");
    plot("lineage", "nobody").isFailure(2, "nobody");
    plot("curves", "adapted", "--out", "x.jpg").isFailure(2, "neither in .svg nor in .png");
    plot("curves", "adapted", "--out", "x.svg", "--format=png").isFailure(2, ".png");
    plot("curves", "adapted", "--out", directory + "/none/x.svg")
        .isFailure(1, "There is no directory");
    Path taken = Files.createDirectories(directory.resolve("taken.svg"));
    plot("curves", "adapted", "--out", taken.toString()).isFailure(1, "cannot be written");
    plot("curves", "adapted", "--width=100").isFailure(2, "200 to 5000");
    plot("lineage", "adapted", "--depth=0").isFailure(2, "at least 1");
  }

  private static TrainingRun start(
      Capture capture, String name, double learningRate, String updater) {
    TrainingRun run = capture.start(RunDescription.named(name).inExperiment("plots"));
    run.choose(Setting.ofModel("learningRate", learningRate));
    run.choose(Setting.ofModel("updater", updater));
    run.choose(Setting.ofModel("batchSize", 32));
    run.source(Split.TRAINING, new Artifact("digits.csv", "digits.csv", "ab".repeat(32), 1));
    return run;
  }

  /** Two iterations in each epoch. */
  private static void epochs(TrainingRun run, double... losses) {
    for (double loss : losses) {
      run.startEpoch();
      run.iterate(loss, 32);
      run.iterate(loss, 32);
      run.endEpoch();
    }
  }

  private static Outcome plot(String... arguments) {
    return Outcome.of(
        Stream.of(Stream.of("plot"), Stream.of(arguments), Stream.of("--store", store))
            .flatMap(parts -> parts)
            .toArray(String[]::new));
  }

  /** What goes to standard output. */
  private static Document svg(String... arguments) throws Exception {
    Outcome outcome = plot(arguments);
    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(outcome.output().getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document svg, String tag) {
    NodeList found = svg.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> ((Element) found.item(i)).getTextContent())
        .toList();
  }
}
