package org.provdl.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * One result.
 *
 * @param benchmark such as {@code delivery}
 * @param variant what was measured, such as {@code LeNet: ProvenanceListener}
 * @param measure what of it, such as {@code training thread, wall}
 * @param unit of the value
 * @param estimate the value
 * @param bar what it is held to; null where it is only told
 */
record Row(
    String benchmark,
    String variant,
    String measure,
    String unit,
    Estimate estimate,
    @Nullable Bar bar) {

  Row {
    if (!Double.isFinite(estimate.value())) {
      throw new IllegalArgumentException(
          "%s of %s was not measured: %s".formatted(measure, variant, estimate));
    }
  }
}
