package org.provdl.examples;

import java.io.IOException;
import java.io.InputStream;
import org.deeplearning4j.datasets.fetchers.IrisDataFetcher;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.SplitTestAndTrain;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.provdl.capture.Artifact;
import org.provdl.capture.Preparation;
import org.provdl.capture.Split;

/**
 * Fisher's 150 irises, from inside the deeplearning4j-core jar: 4 lengths in centimetres, 3
 * species.
 */
final class IrisData {

  private static final String RESOURCE = "/iris.dat";
  private static final int BATCH = 20;
  private static final double RATIO = 0.8;

  private final SplitTestAndTrain split;

  IrisData(long seed) {
    DataSet flowers = CsvData.read(IrisDataFetcher.class.getResourceAsStream(RESOURCE), 3);
    flowers.shuffle(seed);
    split = flowers.splitTestAndTrain(RATIO);
  }

  /** 120 flowers in batches of 20. */
  DataSetIterator training() {
    return new ListDataSetIterator<>(split.getTrain().asList(), BATCH);
  }

  /** The other 30. */
  DataSetIterator test() {
    return new ListDataSetIterator<>(split.getTest().asList(), BATCH);
  }

  /** The same 30 at once. */
  DataSet allOfTest() {
    return split.getTest();
  }

  /** How the flowers were divided. */
  Preparation split() throws IOException {
    return Preparation.named("split")
        .using(file())
        .with("ratio", RATIO)
        .giving(Split.TRAINING)
        .giving(Split.TEST);
  }

  private Artifact file() throws IOException {
    try (InputStream content = IrisDataFetcher.class.getResourceAsStream(RESOURCE)) {
      return Artifact.of("iris.dat", "classpath:" + RESOURCE, content);
    }
  }
}
