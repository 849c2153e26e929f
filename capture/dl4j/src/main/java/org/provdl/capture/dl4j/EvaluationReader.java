package org.provdl.capture.dl4j;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.evaluation.EvaluationAveraging;
import org.nd4j.evaluation.IEvaluation;
import org.nd4j.evaluation.classification.ConfusionMatrix;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.evaluation.classification.EvaluationBinary;
import org.nd4j.evaluation.classification.EvaluationCalibration;
import org.nd4j.evaluation.classification.ROC;
import org.nd4j.evaluation.classification.ROCBinary;
import org.nd4j.evaluation.classification.ROCMultiClass;
import org.nd4j.evaluation.regression.RegressionEvaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.provdl.capture.EvaluationResult;

/** Reads what ND4J's evaluations found. One that has seen no data has found nothing. */
final class EvaluationReader {

  /** Above that, a confusion matrix is too large to be read by anyone. */
  private static final int MOST_CLASSES = 1000;

  private final Map<String, Double> metrics = new LinkedHashMap<>();
  private final Map<String, List<Double>> byLabel = new LinkedHashMap<>();
  private List<String> labels = List.of();
  private List<List<Long>> confusion = List.of();

  private EvaluationReader() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is of a kind that nobody thought of
   */
  static EvaluationResult read(IEvaluation<?> evaluation) {
    EvaluationReader reader = new EvaluationReader();
    if (evaluation instanceof Evaluation classes) {
      reader.readClasses(classes);
    } else if (evaluation instanceof EvaluationBinary binary) {
      reader.readBinary(binary);
    } else if (evaluation instanceof RegressionEvaluation regression) {
      reader.readRegression(regression);
    } else if (evaluation instanceof ROC roc) {
      reader.readRoc(roc);
    } else if (evaluation instanceof ROCBinary roc) {
      reader.readRoc(roc);
    } else if (evaluation instanceof ROCMultiClass roc) {
      reader.readRoc(roc);
    } else if (evaluation instanceof EvaluationCalibration calibration) {
      reader.readCalibration(calibration);
    } else {
      throw new IllegalArgumentException(
          "The results of a "
              + evaluation.getClass().getName()
              + " are not known; tell them by run().evaluate(...).");
    }
    return new EvaluationResult(reader.metrics, reader.labels, reader.byLabel, reader.confusion);
  }

  private void readClasses(Evaluation evaluation) {
    ConfusionMatrix<Integer> matrix = evaluation.getConfusionMatrix();
    if (matrix == null || evaluation.getNumRowCounter() == 0) {
      return;
    }
    List<Integer> classes = matrix.getClasses();
    labels = classes.stream().map(evaluation::getClassLabel).toList();
    metrics.put("accuracy", evaluation.accuracy());
    metrics.put("precision", evaluation.precision());
    metrics.put("recall", evaluation.recall());
    metrics.put("f1", evaluation.f1());
    metrics.put("gMeasure", evaluation.gMeasure(EvaluationAveraging.Macro));
    metrics.put("matthewsCorrelation", evaluation.matthewsCorrelation(EvaluationAveraging.Macro));
    metrics.put("falsePositiveRate", evaluation.falsePositiveRate());
    metrics.put("falseNegativeRate", evaluation.falseNegativeRate());
    metrics.put("falseAlarmRate", evaluation.falseAlarmRate());
    if (evaluation.getTopN() > 1) {
      metrics.put("top" + evaluation.getTopN() + "Accuracy", evaluation.topNAccuracy());
    }
    byLabel("precision", evaluation::precision);
    byLabel("recall", evaluation::recall);
    byLabel("f1", evaluation::f1);
    byLabel("matthewsCorrelation", evaluation::matthewsCorrelation);
    if (classes.size() <= MOST_CLASSES) {
      confusion =
          classes.stream()
              .map(
                  actual ->
                      classes.stream()
                          .map(predicted -> (long) matrix.getCount(actual, predicted))
                          .toList())
              .toList();
    }
  }

  private void readBinary(EvaluationBinary evaluation) {
    if (!name(evaluation.getLabels(), evaluation.numLabels())) {
      return;
    }
    metrics.put("accuracy", evaluation.averageAccuracy());
    metrics.put("precision", evaluation.averagePrecision());
    metrics.put("recall", evaluation.averageRecall());
    metrics.put("f1", evaluation.averageF1());
    metrics.put("gMeasure", evaluation.averageGMeasure());
    metrics.put("matthewsCorrelation", evaluation.averageMatthewsCorrelation());
    metrics.put("falseAlarmRate", evaluation.averageFalseAlarmRate());
    byLabel("accuracy", evaluation::accuracy);
    byLabel("precision", evaluation::precision);
    byLabel("recall", evaluation::recall);
    byLabel("f1", evaluation::f1);
    byLabel("matthewsCorrelation", evaluation::matthewsCorrelation);
    ROCBinary roc = evaluation.getROCBinary();
    if (roc != null) {
      readAreas(roc);
    }
  }

  private void readRegression(RegressionEvaluation evaluation) {
    INDArray counts = evaluation.getExampleCountPerColumn();
    boolean hasData = counts != null && counts.sumNumber().doubleValue() > 0;
    if (!hasData || !name(evaluation.getColumnNames(), evaluation.numColumns())) {
      return;
    }
    metrics.put("meanSquaredError", evaluation.averageMeanSquaredError());
    metrics.put("meanAbsoluteError", evaluation.averageMeanAbsoluteError());
    metrics.put("rootMeanSquaredError", evaluation.averagerootMeanSquaredError());
    metrics.put("relativeSquaredError", evaluation.averagerelativeSquaredError());
    metrics.put("pearsonCorrelation", evaluation.averagePearsonCorrelation());
    metrics.put("rSquared", evaluation.averageRSquared());
    byLabel("meanSquaredError", evaluation::meanSquaredError);
    byLabel("meanAbsoluteError", evaluation::meanAbsoluteError);
    byLabel("rootMeanSquaredError", evaluation::rootMeanSquaredError);
    byLabel("relativeSquaredError", evaluation::relativeSquaredError);
    byLabel("pearsonCorrelation", evaluation::pearsonCorrelation);
    byLabel("rSquared", evaluation::rSquared);
  }

  private void readRoc(ROC roc) {
    if (roc.getExampleCount() > 0) {
      metrics.put("areaUnderCurve", roc.calculateAUC());
      metrics.put("areaUnderPrecisionRecallCurve", roc.calculateAUCPR());
    }
  }

  private void readRoc(ROCBinary roc) {
    if (name(roc.getLabels(), roc.numLabels())) {
      readAreas(roc);
    }
  }

  private void readAreas(ROCBinary roc) {
    metrics.put("areaUnderCurve", roc.calculateAverageAuc());
    metrics.put("areaUnderPrecisionRecallCurve", roc.calculateAverageAUCPR());
    byLabel("areaUnderCurve", roc::calculateAUC);
    byLabel("areaUnderPrecisionRecallCurve", roc::calculateAUCPR);
  }

  private void readRoc(ROCMultiClass roc) {
    if (name(roc.getLabels(), roc.getNumClasses())) {
      metrics.put("areaUnderCurve", roc.calculateAverageAUC());
      metrics.put("areaUnderPrecisionRecallCurve", roc.calculateAverageAUCPR());
      byLabel("areaUnderCurve", roc::calculateAUC);
      byLabel("areaUnderPrecisionRecallCurve", roc::calculateAUCPR);
    }
  }

  private void readCalibration(EvaluationCalibration calibration) {
    if (name(null, calibration.numClasses())) {
      String metric = "expectedCalibrationError";
      byLabel(metric, label -> calibrationError(calibration, label));
      metrics.put(
          metric,
          IntStream.range(0, labels.size())
              .mapToDouble(label -> calibrationError(calibration, label))
              .average()
              .orElse(Double.NaN));
    }
  }

  /**
   * The distance of mean prediction and fraction of positives in each bin, weighted by the bins.
   */
  private static double calibrationError(EvaluationCalibration calibration, int label) {
    INDArray predicted = calibration.getRDiagBinSumPredictions();
    INDArray positive = calibration.getRDiagBinPosCount();
    INDArray total = calibration.getRDiagBinTotalCount();
    double distance = 0;
    double examples = 0;
    for (long bin = 0; bin < total.size(0); bin++) {
      distance += Math.abs(predicted.getDouble(bin, label) - positive.getDouble(bin, label));
      examples += total.getDouble(bin, label);
    }
    return distance / examples;
  }

  /** Whether there are any labels; those without a name are named by their index. */
  private boolean name(@Nullable List<String> known, int size) {
    labels =
        known != null && known.size() == size
            ? known
            : LongStream.range(0, size).mapToObj(Long::toString).toList();
    return size > 0;
  }

  private void byLabel(String metric, IntToDoubleFunction ofLabel) {
    List<Double> values = new ArrayList<>();
    IntStream.range(0, labels.size()).mapToDouble(ofLabel).forEach(values::add);
    byLabel.put(metric, values);
  }
}
