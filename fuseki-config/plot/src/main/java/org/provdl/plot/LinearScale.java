package org.provdl.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Values at even distances, with some room at both ends. */
record LinearScale(double low, double high) implements Scale {
  private static final double ROOM = 0.04;

  /** Values that differ by less than this part of their size count as equal. */
  private static final double RESOLUTION = 1e-9;

  private static final List<BigDecimal> STEPS =
      List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);

  static LinearScale of(DoubleSummaryStatistics numbers) {
    double size = Math.max(Math.abs(numbers.getMin()), Math.abs(numbers.getMax()));
    double span = numbers.getMax() - numbers.getMin();
    double room = span > size * RESOLUTION ? span * ROOM : size == 0 ? 1 : size / 10;
    return new LinearScale(numbers.getMin() - room, numbers.getMax() + room);
  }

  /** Counts: whole numbers, from the first to the last. */
  static LinearScale ofCounts(double first, double last) {
    double room = Math.max((last - first) * ROOM / 2, 0.5);
    return new LinearScale(first - room, last + room);
  }

  @Override
  public double position(Value value) {
    return value.number();
  }

  @Override
  public List<Mark> marks(int atMost) {
    return multiples(low, high, step((high - low) / atMost));
  }

  /** Whole numbers only. */
  List<Mark> counts(int atMost) {
    return multiples(low, high, step(Math.max((high - low) / atMost, 1)));
  }

  /** The least of 1, 2 and 5 and their tenfolds that is not less than a size. */
  private static BigDecimal step(double least) {
    BigDecimal exact = new BigDecimal(least, MathContext.DECIMAL64);
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(exact.precision() - exact.scale() - 1);
    return STEPS.stream()
        .map(power::multiply)
        .filter(step -> step.compareTo(exact) >= 0)
        .findFirst()
        .orElseThrow();
  }

  private static List<Mark> multiples(double low, double high, BigDecimal step) {
    List<Mark> marks = new ArrayList<>();
    BigDecimal end = new BigDecimal(high);
    BigDecimal at = new BigDecimal(low).divide(step, 0, RoundingMode.CEILING).multiply(step);
    for (; at.compareTo(end) <= 0; at = at.add(step)) {
      marks.add(new Mark(at.doubleValue(), Texts.exact(at)));
    }
    return marks;
  }
}
