package org.provdl.benchmarks;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A measured value with the interval that it lies in.
 *
 * @param value the value
 * @param low the low end
 * @param high the high end
 */
record Estimate(double value, double low, double high) {

  private static final int RESAMPLES = 2_000;
  private static final long SEED = 20_26;

  /** A value that was measured once. */
  static Estimate of(double value) {
    return new Estimate(value, value, value);
  }

  /** The median, with its 95 % confidence interval by the percentile bootstrap. */
  static Estimate median(double... samples) {
    return percentile(50, samples);
  }

  /**
   * A percentile, with its 95 % confidence interval by the percentile bootstrap.
   *
   * @param rank from above 0 to 100
   */
  static Estimate percentile(double rank, double... samples) {
    Random random = new Random(SEED);
    double[] percentiles = new double[RESAMPLES];
    double[] resample = new double[samples.length];
    for (int i = 0; i < RESAMPLES; i++) {
      Arrays.setAll(resample, at -> samples[random.nextInt(samples.length)]);
      percentiles[i] = StatUtils.percentile(resample, rank);
    }
    return new Estimate(
        StatUtils.percentile(samples, rank),
        StatUtils.percentile(percentiles, 2.5),
        StatUtils.percentile(percentiles, 97.5));
  }

  /** The difference; its interval is as wide as both together. */
  Estimate minus(Estimate other) {
    return new Estimate(value - other.value, low - other.high, high - other.low);
  }

  Estimate times(double factor) {
    return new Estimate(value * factor, low * factor, high * factor);
  }
}
