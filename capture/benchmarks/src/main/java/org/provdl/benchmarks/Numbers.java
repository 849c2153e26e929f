package org.provdl.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them: three significant digits, thousands apart. */
final class Numbers {

  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private Numbers() {}

  static String of(double value) {
    if (Math.abs(value) >= 1_000) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
