package org.provdl.capture.dl4j;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerMinMaxScaler;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.provdl.capture.Preparation;

/** Reads a pre-processor and, where it is a normalizer, the statistics that it was fitted with. */
final class NormalizerReader {

  /** Longer statistics, such as those of each pixel, are told by their number only. */
  private static final int MAX_STATISTICS = 1_024;

  private NormalizerReader() {}

  static List<Preparation> read(DataSetPreProcessor own) {
    if (own instanceof CountingPreProcessor counting) {
      DataSetPreProcessor inner = counting.own();
      return inner == null ? List.of() : read(inner);
    }
    Preparation step = Preparation.named(own.getClass().getSimpleName());
    if (own instanceof NormalizerStandardize normalizer) {
      step =
          with(with(step, "mean", normalizer.getMean()), "standardDeviation", normalizer.getStd());
      return List.of(
          normalizer.isFitLabel()
              ? with(
                  with(step, "labelMean", normalizer.getLabelMean()),
                  "labelStandardDeviation",
                  normalizer.getLabelStd())
              : step);
    }
    if (own instanceof NormalizerMinMaxScaler scaler) {
      step =
          step.with("targetMinimum", scaler.getTargetMin())
              .with("targetMaximum", scaler.getTargetMax());
      step = with(with(step, "minimum", scaler.getMin()), "maximum", scaler.getMax());
      return List.of(
          scaler.isFitLabel()
              ? with(
                  with(step, "labelMinimum", scaler.getLabelMin()),
                  "labelMaximum",
                  scaler.getLabelMax())
              : step);
    }
    if (own instanceof ImagePreProcessingScaler scaler) {
      step =
          step.with("targetMinimum", scaler.getMinRange())
              .with("targetMaximum", scaler.getMaxRange())
              .with("maximumPixelValue", scaler.getMaxPixelVal());
    }
    return List.of(step);
  }

  private static Preparation with(Preparation step, String name, @Nullable INDArray statistics) {
    if (statistics == null) {
      return step;
    }
    return statistics.length() > MAX_STATISTICS
        ? step.with(name + "Count", statistics.length())
        : step.with(name, Arrays.toString(statistics.dup().data().asDouble()));
  }
}
