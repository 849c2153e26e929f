package org.provdl.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Reads rows of numbers whose last one is the class. */
final class CsvData {

  private CsvData() {}

  /**
   * Reads a stream to its end and closes it.
   *
   * @param classes how many classes there are
   * @return features [rows, columns - 1] and one-hot labels [rows, classes]
   */
  static DataSet read(InputStream csv, int classes) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
      List<double[]> rows =
          reader.lines().filter(line -> !line.isBlank()).map(CsvData::numbers).toList();
      int columns = rows.get(0).length - 1;
      INDArray features = Nd4j.zeros(rows.size(), columns);
      INDArray labels = Nd4j.zeros(rows.size(), classes);
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < columns; column++) {
          features.putScalar(row, column, rows.get(row)[column]);
        }
        labels.putScalar(row, (int) rows.get(row)[columns], 1);
      }
      return new DataSet(features, labels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] numbers(String line) {
    return List.of(line.split(",", -1)).stream().mapToDouble(Double::parseDouble).toArray();
  }
}
