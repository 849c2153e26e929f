package org.provdl.capture;

import java.util.List;
import java.util.Map;

/**
 * What an evaluation found.
 *
 * @param metrics values of the whole by name of metric; may be NaN or infinite
 * @param labels the names of the classes, or of the columns of a regression; empty where nothing is
 *     told apart by them
 * @param metricsByLabel by name of metric, a value for each of the labels, in their order
 * @param confusionMatrix how often each class (row) was taken for each class (column), both in the
 *     order of the labels; empty where it is not known
 */
public record EvaluationResult(
    Map<String, Double> metrics,
    List<String> labels,
    Map<String, List<Double>> metricsByLabel,
    List<List<Long>> confusionMatrix) {

  /**
   * Copies all of it.
   *
   * @param metrics values of the whole by name of metric
   * @param labels the names of the classes or columns
   * @param metricsByLabel by name of metric, a value for each of the labels
   * @param confusionMatrix counts by actual (row) and predicted (column) class
   * @throws IllegalArgumentException if a list is not as long as that of the labels
   */
  public EvaluationResult {
    metrics = Map.copyOf(metrics);
    labels = List.copyOf(labels);
    metricsByLabel = Map.copyOf(metricsByLabel);
    confusionMatrix = List.copyOf(confusionMatrix);
    int size = labels.size();
    metricsByLabel.forEach((metric, values) -> check(values, size, metric));
    if (!confusionMatrix.isEmpty()) {
      check(confusionMatrix, size, "the confusion matrix");
      confusionMatrix.forEach(row -> check(row, size, "a row of the confusion matrix"));
    }
  }

  /**
   * Metrics of the whole alone.
   *
   * @param metrics values by name of metric
   * @return the result
   */
  public static EvaluationResult of(Map<String, Double> metrics) {
    return new EvaluationResult(metrics, List.of(), Map.of(), List.of());
  }

  private static void check(List<?> values, int size, String name) {
    if (values.size() != size) {
      throw new IllegalArgumentException(
          "There are %d labels, but %s has %d values.".formatted(size, name, values.size()));
    }
  }
}
