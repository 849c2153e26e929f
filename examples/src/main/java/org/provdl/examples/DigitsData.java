package org.provdl.examples;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.provdl.capture.Artifact;

/**
 * 1,797 handwritten digits, images of 8 x 8 pixels.
 *
 * @see <a href="https://archive.ics.uci.edu/dataset/80">E. Alpaydin and C. Kaynak: Optical
 *     Recognition of Handwritten Digits. UCI Machine Learning Repository, 1998. CC BY 4.0</a>
 */
final class DigitsData {

  static final int SIDE = 8;
  static final int CLASSES = 10;

  private static final String RESOURCE = "digits.csv.gz";
  private static final int BRIGHTEST = 16;
  private static final int TRAINING = 1297;
  private static final int VALIDATION = 200;
  private static final int BATCH = 64;

  private final List<DataSet> digits;

  DigitsData(long seed) throws IOException {
    DataSet all =
        CsvData.read(new GZIPInputStream(DigitsData.class.getResourceAsStream(RESOURCE)), CLASSES);
    all.setFeatures(all.getFeatures().div(BRIGHTEST).reshape(all.numExamples(), 1, SIDE, SIDE));
    all.shuffle(seed);
    digits = all.asList();
  }

  /** 1,297 digits. */
  DataSetIterator training() {
    return batches(0, TRAINING);
  }

  /** 200 others. */
  DataSetIterator validation() {
    return batches(TRAINING, TRAINING + VALIDATION);
  }

  /** The other 300. */
  DataSetIterator test() {
    return batches(TRAINING + VALIDATION, digits.size());
  }

  private DataSetIterator batches(int from, int to) {
    return new ListDataSetIterator<>(digits.subList(from, to), BATCH);
  }

  Artifact file() throws IOException {
    try (InputStream content = DigitsData.class.getResourceAsStream(RESOURCE)) {
      return Artifact.of(RESOURCE, "classpath:" + RESOURCE, content);
    }
  }
}
