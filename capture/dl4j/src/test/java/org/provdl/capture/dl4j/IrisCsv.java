package org.provdl.capture.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.FileSplit;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.SplitTestAndTrain;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.provdl.capture.Split;

/**
 * Flowers of a file, shuffled and normalized; a part of them for training, the others for tests.
 */
record IrisCsv(Path file, Split part, int batchSize, double ratio, long seed)
    implements ReadableData {

  @Override
  public DataSetIterator open() throws IOException {
    DataSet flowers;
    try (CSVRecordReader rows = new CSVRecordReader()) {
      rows.initialize(new FileSplit(file.toFile()));
      flowers = new RecordReaderDataSetIterator(rows, 150, 4, 3).next();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    flowers.shuffle(seed);
    SplitTestAndTrain divided = flowers.splitTestAndTrain(ratio);
    NormalizerStandardize normalizer = new NormalizerStandardize();
    normalizer.fit(divided.getTrain());
    DataSet own = part == Split.TRAINING ? divided.getTrain() : divided.getTest();
    DataSetIterator iterator = new ListDataSetIterator<>(own.asList(), batchSize);
    iterator.setPreProcessor(normalizer);
    return iterator;
  }
}
