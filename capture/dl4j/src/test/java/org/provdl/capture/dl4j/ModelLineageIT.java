package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.provdl.capture.Artifact;
import org.provdl.capture.Capture;
import org.provdl.capture.ModelFile;
import org.provdl.capture.Parameters;

/** A saved model leads back to its run, and a restored one to where it came from. */
@Timeout(120)
class ModelLineageIT {

  private final CapturedGraph graph = new CapturedGraph();
  @TempDir private Path directory;

  @Test
  void aNetworkThatGoesOnInAnotherProcessLeadsBackToItsFirstDataAndSettings() throws Exception {
    Path first = directory.resolve("first.zip");
    Path second = directory.resolve("second.zip");
    Path trig = directory.resolve("second.trig");
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 3);
          network.save(first.toFile());
          provenance.saved(first);
        });
    goOn(first, second, trig);
    Txn.executeWrite(graph.dataset, () -> RDFDataMgr.read(graph.dataset, trig.toUri().toString()));

    String file = "?file provdl:sha256 '" + Artifact.of(second).sha256() + "' . ";
    assertThat(
            values(
                "?name",
                file
                    + "?file prov:wasDerivedFrom+ ?state . ?state a provdl:Checkpoint ; prov:wasGeneratedBy/rdfs:label ?name FILTER(?state != ?file)"))
        .containsExactlyInAnyOrder("going on", "iris");
    assertThat(
            values(
                "?name",
                file
                    + "?file prov:wasDerivedFrom+ ?data . ?data a provdl:DatasetSplit . ?t prov:used ?data ; rdfs:label ?name"))
        .containsExactlyInAnyOrder("going on", "iris");
    assertThat(
            values(
                "?count",
                file
                    + "?file prov:wasDerivedFrom+ ?p . ?p a provdl:Parameters ; provdl:iterationCount ?count"))
        .containsExactlyInAnyOrder("9", "0");
    assertThat(values("?x", "?x prov:wasDerivedFrom+ ?x")).isEmpty();
    assertThat(Objects.requireNonNull(ModelFile.of(second).entry()).run())
        .isEqualTo(
            values("?run", "GRAPH ?run { ?t rdfs:label 'going on' ; a provdl:TrainingRun }")
                .get(0));
  }

  @Test
  void aNormaliserThatIsAddedLaterChangesTheFileButNotWhatLeadsBack() throws Exception {
    Path file = directory.resolve("model.zip");
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 1);
          network.save(file.toFile());
          provenance.saved(file);
        });
    final String hash = Artifact.of(file).sha256();
    graph.assertAsk("?f provdl:sha256 '" + hash + "'");
    NormalizerStandardize normalizer = new NormalizerStandardize();
    normalizer.fit(Iris.iterator());
    ModelSerializer.addNormalizerToModel(file.toFile(), normalizer);

    ModelFile found = ModelFile.of(file);
    assertThat(found.artifact().sha256()).isNotEqualTo(hash);
    assertThat(Objects.requireNonNull(found.entry()).run())
        .isEqualTo(graph.values("?run", "?t a provdl:TrainingRun").get(0));
    graph.assertAsk(
        "?p a provdl:Parameters ; provdl:iterationCount 3 ; provdl:parametersSha256 '"
            + Objects.requireNonNull(found.parameters()).sha256()
            + "'");
    NormalizerStandardize restoredNormalizer =
        ModelSerializer.restoreNormalizerFromFile(file.toFile());
    assertThat(restoredNormalizer).isEqualTo(normalizer);
    MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file.toFile());
    assertThat(UnchangedTrainingIT.bits(restored)).isEqualTo(UnchangedTrainingIT.bits(network));
    assertThat(restored.getUpdater().getStateViewArray())
        .isEqualTo(network.getUpdater().getStateViewArray());
  }

  @Test
  void aFileHoldsTheStateThatItWasWrittenInWheneverItIsTold() throws Exception {
    Path file = directory.resolve("model.zip");
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 1);
          network.save(file.toFile());
          network.fit(Iris.iterator(), 1);
          provenance.saved(file);
        });
    assertThat(
            graph.values("?n", "?p a provdl:Parameters ; provdl:iterationCount ?n } } ORDER BY ?n"))
        .containsExactly("0", "3", "6");
    graph.assertAsk(
        "?f provdl:location ?l ; prov:wasDerivedFrom ?state . ?p prov:wasDerivedFrom ?state ; provdl:iterationCount 3");
  }

  @Test
  void whatIsNoFileOfDeeplearning4jIsRecordedAsItIs() throws Exception {
    Path file = Files.writeString(directory.resolve("model.txt"), "weights");
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    graph.capture(network, provenance -> provenance.saved(file));
    assertThat(file).hasContent("weights");
    graph.assertAsk(
        "?f provdl:sizeInBytes 7 ; provdl:parametersSha256 '" + asBefore(network) + "'");
  }

  @Test
  void anUntrainedNetworkIsNoOriginOfItself() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    Path file = directory.resolve("model.zip");
    graph.capture(
        network,
        provenance -> {
          network.save(file.toFile());
          provenance.saved(file);
        });
    assertThat(values("?x", "?f provdl:location ?l ; prov:wasDerivedFrom+ ?x")).hasSize(2);
    assertThat(values("?x", "?x prov:wasDerivedFrom+ ?x")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE", "HALF"})
  void theHashIsThatOfAllValuesAndThatOfTheFile(DataType type) throws Exception {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .dataType(type)
                .list()
                .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(1500).nOut(800).build())
                .build());
    network.init();
    network.params().putScalar(7, Double.NaN).putScalar(70_000, -0.0);
    Parameters read = ParametersReader.read(CapturedNetwork.of(network));
    Path file = directory.resolve("model.zip");
    network.save(file.toFile());
    assertThat(network.numParams()).isGreaterThan(1 << 20);
    assertThat(read).isEqualTo(new Parameters(asBefore(network), 0L));
    assertThat(ModelFile.of(file).parameters()).isEqualTo(read);
  }

  @Test
  void aPartOfAnArrayIsReadAsACopyOfItWouldBe() throws Exception {
    var whole = Nd4j.arange(1000).reshape(10, 100);
    var column = whole.getColumn(3);
    assertThat(ParametersReader.sha256(column)).isEqualTo(sha256(column.dup().data().asBytes()));
    assertThat(ParametersReader.sha256(null)).isEqualTo(sha256(new byte[0]));
  }

  @Test
  void aKerasFileIsTheOriginOfTheParameters() throws Exception {
    Path keras =
        new File(
                Objects.requireNonNull(ModelLineageIT.class.getResource("iris-keras-2.13.1.h5"))
                    .toURI())
            .toPath();
    MultiLayerNetwork network =
        org.deeplearning4j.nn.modelimport.keras.KerasModelImport
            .importKerasSequentialModelAndWeights(keras.toString());
    try (Capture capture = graph.capture();
        ProvenanceListener provenance =
            ProvenanceListener.builder(network, capture).importedFrom(keras).attach()) {
      network.fit(Iris.iterator(), 1);
      assertThat(provenance.run().iri()).isNotEmpty();
    }
    graph.assertAsk(
        "?f a provdl:ImportedModel ; provdl:sha256 '"
            + Artifact.of(keras).sha256()
            + "' ; provdl:backend 'tensorflow' ; prov:wasAttributedTo ?k . ?k rdfs:label 'Keras' ; provdl:version '2.13.1' ."
            + " ?m a provdl:TrainedModel ; prov:wasDerivedFrom ?p . ?p provdl:iterationCount 0 ; prov:wasDerivedFrom ?f ."
            + " ?c a provdl:ModelConfiguration ; prov:wasDerivedFrom ?f ; prov:value ?json . <"
            + graph.values("?run", "?t a provdl:TrainingRun").get(0)
            + "#configuration> prov:wasDerivedFrom ?c"
            + " FILTER(STRSTARTS(?json, '{\"class_name\": \"Sequential\"') && STRENDS(?json, '}') && CONTAINS(?json, '\"name\": \"hidden\"'))");
  }

  @Test
  void aFileThatIsNotOfKerasIsRefused() throws Exception {
    Path text = Files.writeString(directory.resolve("model.h5"), "no HDF5");
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    try (Capture capture = graph.capture()) {
      ProvenanceListener.Builder builder = ProvenanceListener.builder(network, capture);
      assertThatThrownBy(() -> builder.importedFrom(text).attach())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is no HDF5 file");
      assertThatThrownBy(() -> builder.importedFrom(directory.resolve("missing")).attach())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cannot be read");
    }
    assertThat(graph.values("?t", "?t a provdl:TrainingRun")).isEmpty();
  }

  private void goOn(Path from, Path to, Path trig) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GoingOnProcess.class.getName(),
                from.toString(),
                to.toString(),
                trig.toString())
            .inheritIO()
            .directory(directory.toFile())
            .start();
    assertThat(process.waitFor()).isZero();
  }

  /** What parameters were always named by: all bytes of a copy. */
  private static String asBefore(Model network) throws Exception {
    return sha256(network.params().dup().data().asBytes());
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private List<String> values(String variable, String pattern) {
    return values(graph.dataset, variable, pattern);
  }

  /** Asks all runs as one graph. */
  static List<String> values(DatasetGraph dataset, String variable, String pattern) {
    String query =
        "PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX provdl: <https://w3id.org/provdl#>"
            + " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT DISTINCT "
            + variable
            + (pattern.startsWith("GRAPH") ? " { " : " { GRAPH <urn:x-arq:UnionGraph> { ")
            + pattern
            + (pattern.startsWith("GRAPH") ? " }" : " } }");
    return Txn.calculateRead(
        dataset,
        () -> {
          List<String> values = new ArrayList<>();
          try (QueryExecution execution =
              QueryExecutionFactory.create(query, DatasetFactory.wrap(dataset))) {
            String column = variable.substring(1);
            execution
                .execSelect()
                .forEachRemaining(
                    row ->
                        values.add(
                            row.get(column).isLiteral()
                                ? row.getLiteral(column).getLexicalForm()
                                : row.get(column).toString()));
          }
          return values;
        });
  }
}
