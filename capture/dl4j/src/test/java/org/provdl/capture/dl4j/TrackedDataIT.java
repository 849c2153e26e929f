package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.records.reader.impl.transform.TransformProcessRecordReader;
import org.datavec.api.split.FileSplit;
import org.datavec.api.transform.TransformProcess;
import org.datavec.api.transform.schema.Schema;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.deeplearning4j.datasets.fetchers.IrisDataFetcher;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.AsyncDataSetIterator;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.learning.config.Adam;
import org.provdl.capture.Artifact;
import org.provdl.capture.Preparation;
import org.provdl.capture.Split;

/** What is recorded of tracked data is what the data is, and it is trained on as if untracked. */
class TrackedDataIT {

  private static final String SPLIT = "?d a provdl:DatasetSplit ; rdfs:label '%s' ; ";

  private final CapturedGraph graph = new CapturedGraph();

  @TempDir private Path directory;

  @Test
  void theFirstPassIsCountedWhetherPrefetchedOrNot() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    Path csv = csv();
    DataSetIterator training = iterator(csv, null); // which fit prefetches
    DataSetIterator test = Iris.iterator(); // which it does not
    graph.capture(
        network,
        provenance -> {
          provenance.track(training, Split.TRAINING).from(csv).shuffled(42);
          provenance.track(test, Split.TEST);
          network.fit(training, 3);
          network.evaluate(test);
          provenance.evaluated(network.evaluate(test), Split.TEST);
        });
    graph.assertAsk(
        SPLIT.formatted("training")
            + "provdl:exampleCount 150 ; provdl:examplesPerBatch 20 ; provdl:shuffleSeed 42 ; provdl:dataIterator 'RecordReaderDataSetIterator' ;"
            + " prov:wasDerivedFrom/provdl:sha256 '"
            + Artifact.of(csv).sha256()
            + "'");
    graph.assertAsk(
        SPLIT.formatted("test")
            + "provdl:exampleCount 150 ; provdl:examplesPerBatch 50 ; provdl:featureShape '[4]' ; provdl:labelShape '[3]' ; provdl:dataIterator 'ListDataSetIterator'");
    assertThat(graph.values("?n", "?d provdl:labelDistribution ?n"))
        .containsExactly("[50,50,50]", "[50,50,50]");
    assertThat(graph.values("?n", "?d a provdl:DatasetSplit ; provdl:exampleCount ?n"))
        .containsExactly("150", "150");
  }

  @Test
  void parametersAreBitIdenticalAndTheUsersPreProcessorComesBack() throws Exception {
    Path csv = csv();
    NormalizerStandardize normalizer = new NormalizerStandardize();
    normalizer.fit(iterator(csv, null));
    MultiLayerNetwork plain = Iris.network(new Adam(0.01));
    DataSetIterator untracked = iterator(csv, null);
    untracked.setPreProcessor(normalizer);
    plain.fit(untracked, 3);
    MultiLayerNetwork captured = Iris.network(new Adam(0.01));
    DataSetIterator training = iterator(csv, null);
    training.setPreProcessor(normalizer);
    graph.capture(
        captured,
        provenance -> {
          provenance.track(training, Split.TRAINING);
          captured.fit(training, 3);
        });
    assertThat(UnchangedTrainingIT.bits(captured)).isEqualTo(UnchangedTrainingIT.bits(plain));
    assertThat(training.getPreProcessor()).isSameAs(normalizer);
    assertThat(
            graph.values(
                "?v",
                "?d a provdl:DatasetSplit ; prov:wasDerivedFrom/prov:wasGeneratedBy ?s . ?s rdfs:label 'NormalizerStandardize' ;"
                    + " prov:used [ rdfs:label 'mean' ; prov:value ?v ]"))
        .containsExactly(Arrays.toString(normalizer.getMean().dup().data().asDouble()));
  }

  @Test
  void fromTheModelThroughEveryStepToTheRawFile() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    Path csv = csv();
    TransformProcess process =
        new TransformProcess.Builder(schema())
            .renameColumn("a", "sepalLength")
            .integerToCategorical("species", List.of("setosa", "versicolor", "virginica"))
            .categoricalToInteger("species")
            .build();
    DataSetIterator training = iterator(csv, process);
    graph.capture(
        network,
        provenance -> {
          provenance
              .track(training, Split.TRAINING)
              .transformedBy(process)
              .prepared(Preparation.named("augment").with("noise", 0.1))
              .from(csv);
          network.fit(training, 1);
        });
    assertThat(
            graph.values(
                "?l",
                "?s a provdl:DataPreparation ; provdl:index ?i ; rdfs:label ?l } } ORDER BY ?i"))
        .containsExactly(
            "RenameColumnsTransform",
            "IntegerToCategoricalTransform",
            "CategoricalToIntegerTransform",
            "augment");
    String last =
        "?model a provdl:TrainedModel ; prov:wasDerivedFrom ?split . ?split prov:wasDerivedFrom ?four . ?four prov:wasGeneratedBy/rdfs:label 'augment' .";
    String chain =
        " ?four prov:wasDerivedFrom ?three . ?three prov:wasDerivedFrom ?two . ?two prov:wasDerivedFrom ?one . ?one prov:wasDerivedFrom ?raw ; prov:wasGeneratedBy ?rename .";
    graph.assertAsk(
        last
            + chain
            + " ?rename prov:used ?raw , [ rdfs:label 'columns' ; prov:value '[sepalLength, b, c, d, species]' ] ,"
            + " [ rdfs:label 'configuration' ; prov:value ?json ] . ?raw provdl:sha256 '"
            + Artifact.of(csv).sha256()
            + "' FILTER(CONTAINS(?json, 'sepalLength'))");
  }

  @Test
  void anIteratorThatHasBegunToPrefetchIsDescribedButNotCounted() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    DataSetIterator training = new AsyncDataSetIterator(iterator(csv(), null));
    graph.capture(
        network,
        provenance -> {
          provenance.track(training, Split.TRAINING);
          network.fit(training, 2);
        });
    graph.assertAsk(
        SPLIT.formatted("training")
            + "provdl:exampleCount 150 ; provdl:dataIterator 'AsyncDataSetIterator'");
    assertThat(graph.values("?n", "?d provdl:labelDistribution ?n")).isEmpty();
  }

  private static DataSetIterator iterator(Path csv, @Nullable TransformProcess process)
      throws Exception {
    CSVRecordReader rows = new CSVRecordReader();
    if (process == null) {
      rows.initialize(new FileSplit(csv.toFile()));
      return new RecordReaderDataSetIterator(rows, 20, 4, 3);
    }
    TransformProcessRecordReader transformed = new TransformProcessRecordReader(rows, process);
    transformed.initialize(new FileSplit(csv.toFile()));
    return new RecordReaderDataSetIterator(transformed, 20, 4, 3);
  }

  private static Schema schema() {
    return new Schema.Builder()
        .addColumnsDouble("a", "b", "c", "d")
        .addColumnInteger("species")
        .build();
  }

  private Path csv() throws IOException {
    Path csv = directory.resolve("iris.csv");
    try (InputStream rows = IrisDataFetcher.class.getResourceAsStream("/iris.dat")) {
      Files.write(csv, rows.readAllBytes());
    }
    return csv;
  }
}
