package org.provdl.examples;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.provdl.capture.Artifact;
import org.provdl.capture.Split;
import org.provdl.capture.dl4j.ReadableData;

/**
 * 1,797 handwritten digits, images of 8 x 8 pixels: 1,297 to train on, 200 to validate with, and
 * the other 300. A record, so that {@code provdl reproduce} can read them again.
 *
 * @param split which of them
 * @param seed what puts all of them in order, before they are divided
 * @see <a href="https://archive.ics.uci.edu/dataset/80">E. Alpaydin and C. Kaynak: Optical
 *     Recognition of Handwritten Digits. UCI Machine Learning Repository, 1998. CC BY 4.0</a>
 */
record DigitsData(Split split, long seed) implements ReadableData {

  static final int SIDE = 8;
  static final int CLASSES = 10;

  private static final String RESOURCE = "digits.csv.gz";
  private static final int BRIGHTEST = 16;
  private static final int TRAINING = 1297;
  private static final int VALIDATION = 200;
  private static final int BATCH = 64;

  @Override
  public DataSetIterator open() throws IOException {
    DataSet all =
        CsvData.read(new GZIPInputStream(DigitsData.class.getResourceAsStream(RESOURCE)), CLASSES);
    all.setFeatures(all.getFeatures().div(BRIGHTEST).reshape(all.numExamples(), 1, SIDE, SIDE));
    all.shuffle(seed);
    List<DataSet> digits = all.asList();
    List<DataSet> own =
        switch (split) {
          case TRAINING -> digits.subList(0, TRAINING);
          case VALIDATION -> digits.subList(TRAINING, TRAINING + VALIDATION);
          case TEST -> digits.subList(TRAINING + VALIDATION, digits.size());
        };
    return new ListDataSetIterator<>(own, BATCH);
  }

  static Artifact file() throws IOException {
    try (InputStream content = DigitsData.class.getResourceAsStream(RESOURCE)) {
      return Artifact.of(RESOURCE, "classpath:" + RESOURCE, content);
    }
  }
}
