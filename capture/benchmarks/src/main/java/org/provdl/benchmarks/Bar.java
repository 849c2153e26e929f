package org.provdl.benchmarks;

/**
 * What a result is held to.
 *
 * @param text the bar, such as {@code <= 1 %}
 * @param met whether the result meets it
 */
record Bar(String text, boolean met) {

  static Bar atMost(double limit, String unit, Estimate estimate) {
    return new Bar("<= " + Numbers.of(limit) + " " + unit, estimate.value() <= limit);
  }

  static Bar atLeast(double limit, String unit, Estimate estimate) {
    return new Bar(">= " + Numbers.of(limit) + " " + unit, estimate.value() >= limit);
  }
}
