package org.provdl.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.queries.Catalogue;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.store.ProvenanceStore;

/** AlexNet on real JPEG files, from the folder to the tables; small enough to take seconds. */
class AlexNetIT {

  private static final int EPOCHS = 6;
  private static final int SIZE = 32;
  private static final int BATCH = 8;

  @TempDir private Path directory;

  @Test
  void ratesLossesAccuraciesAndTimesByEpochAreThoseOfTheTraining() throws Exception {
    Path images = directory.resolve("flowers");
    PaintedImages.inFolders(images, 12);
    String printed = run(images.toString());
    try (ProvenanceStore store = ProvenanceStore.open(directory.resolve("store"))) {
      SparqlEndpoint endpoint = ExampleCommand.endpoint(store);
      String run =
          Cells.iri(Catalogue.standard().query("list-runs").on(endpoint).rows().get(0), "run");
      List<Map<String, Node>> epochs =
          Catalogue.standard().query("epochs").with("run", run).on(endpoint).rows();
      assertThat(epochs)
          .extracting(row -> Cells.text(row, "epoch"))
          .containsExactly("1", "2", "3", "4", "5", "6");
      List<Double> accuracies = numbers(epochs, "value");
      assertThat(accuracies).allSatisfy(accuracy -> assertThat(accuracy).isBetween(0.0, 1.0));
      List<Double> rates = rates(accuracies);
      assertThat(numbers(epochs, "setting")).isEqualTo(rates);
      assertThat(rates).startsWith(0.01);
      assertThat(numbers(epochs, "seconds"))
          .allSatisfy(seconds -> assertThat(seconds).isPositive());
      assertThat(numbers(epochs, "loss")).allSatisfy(loss -> assertThat(loss).isPositive());
      assertThat(
              Catalogue.standard()
                  .query("adaptations")
                  .with("run", run)
                  .on(endpoint)
                  .rows()
                  .stream()
                  .filter(row -> Cells.text(row, "hyperparameter").equals("learningRate"))
                  .map(row -> Cells.text(row, "reason")))
          .hasSize((int) rates.stream().distinct().count() - 1)
          .allMatch("improves-too-slowly metric=accuracy epochs=2 gain=0.01"::equals);
      // Whether there is a plateau is up to the order in which several threads add up.
      assertThat(agents(endpoint))
          .isEqualTo(rates.contains(0.002) ? List.of("divide the rate on a plateau") : List.of());
      assertThat(counts(endpoint))
          .containsExactly("testData [2,2,2]", "trainingData [8,8,8]", "validationData [2,2,2]");
      Map<String, Node> best = Catalogue.standard().query("best-runs").on(endpoint).rows().get(0);
      assertThat(Double.parseDouble(Cells.text(best, "value")))
          .isEqualTo(testAccuracy(images), offset(1e-12));
    }
    assertThat(printed)
        .contains(
            "What were the learning rate, the loss, the accuracy and the time of each epoch of a run?",
            "How long did the epochs of a run take, or of each of the newest runs, on average and at most?",
            "Which hyperparameters changed in mid-training");
  }

  @Test
  void imagesInARowHaveClassesTooAndAFolderWithoutImagesIsRefused() throws Exception {
    assertThat(new ImageFolder(rows(), 1).labels()).containsExactly("flower 01", "flower 02");
    Path empty = Files.createDirectories(directory.resolve("empty"));
    assertThatThrownBy(() -> new ImageFolder(empty, 1))
        .isInstanceOf(ImageFolderException.class)
        .hasMessageContaining("has JPEG files of 0 classes; it needs two or more");
  }

  /** Runs the example and returns what it prints. */
  private String run(String folder) {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      int status =
          ExampleCommand.run(
              new Example4AlexNet(),
              folder,
              "--store=" + directory.resolve("store"),
              "--model=" + directory.resolve("model.zip"),
              "--epochs=" + EPOCHS,
              "--size=" + SIZE,
              "--batch=" + BATCH,
              "--filters=8",
              "--patience=2");
      assertThat(status).isZero();
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** The rate of each epoch as the rule has to make it of the accuracies. */
  private static List<Double> rates(List<Double> accuracies) {
    List<Double> rates = new ArrayList<>(List.of(0.01));
    int notBefore = 0;
    for (int ended = 1; ended < EPOCHS; ended++) {
      double rate = rates.get(ended - 1);
      if (ended > 2
          && ended >= notBefore
          && Collections.max(accuracies.subList(ended - 2, ended))
              < Collections.max(accuracies.subList(0, ended - 2)) + 0.01) {
        rate /= 5;
        notBefore = ended + 2;
      }
      rates.add(rate);
    }
    return rates;
  }

  /** The network in the file, on the test images as the example chose them. */
  private double testAccuracy(Path images) throws Exception {
    MultiLayerNetwork network =
        MultiLayerNetwork.load(directory.resolve("model.zip").toFile(), false);
    ImageFolder folder = new ImageFolder(images, Example4AlexNet.SEED);
    return network
        .evaluate(new ImageData(folder, SIZE, BATCH, Example4AlexNet.SEED).test())
        .accuracy();
  }

  private static List<Double> numbers(List<Map<String, Node>> rows, String column) {
    return rows.stream().map(row -> Double.valueOf(Cells.text(row, column))).toList();
  }

  /** What was counted of each class, by split. */
  private static List<String> counts(SparqlEndpoint endpoint) {
    return endpoint
        .select(
            QueryFactory.create(
                "PREFIX provdl: <https://w3id.org/provdl#> PREFIX prov: <http://www.w3.org/ns/prov#> SELECT DISTINCT ?role ?counts { ?split provdl:labelDistribution ?counts . [] a prov:Usage ; prov:entity ?split ; prov:hadRole ?role } ORDER BY ?role"))
        .rows()
        .stream()
        .map(
            row ->
                Cells.iri(row, "role").replaceAll(".*#", "")
                    + " "
                    + Cells.text(row, "counts").replaceAll("\\s", ""))
        .toList();
  }

  /** Who changed the rate. */
  private static List<String> agents(SparqlEndpoint endpoint) {
    return endpoint
        .select(
            QueryFactory.create(
                "PREFIX provdl: <https://w3id.org/provdl#> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT DISTINCT ?name { ?new provdl:hyperparameter provdl:learningRate ; prov:wasGeneratedBy/prov:wasAssociatedWith ?rule . ?rule a prov:SoftwareAgent ; rdfs:label ?name }"))
        .rows()
        .stream()
        .map(row -> Cells.text(row, "name"))
        .toList();
  }

  private Path rows() throws Exception {
    Path rows = directory.resolve("rows");
    PaintedImages.inARow(rows);
    return rows;
  }
}
