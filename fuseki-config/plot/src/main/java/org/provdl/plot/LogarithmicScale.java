package org.provdl.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;

/** Positive values by their decimal logarithm, with some room at both ends. */
record LogarithmicScale(double low, double high) implements Scale {
  private static final double ROOM = 0.04;
  private static final double LEAST_ROOM = 0.05;

  /** The digits that are marked within a power of ten, from many to few. */
  private static final List<int[]> DIGITS =
      List.of(
          IntStream.rangeClosed(1, 9).toArray(),
          new int[] {1, 2, 5},
          new int[] {1, 3},
          new int[] {1});

  static LogarithmicScale of(DoubleSummaryStatistics numbers) {
    double low = Math.log10(numbers.getMin());
    double high = Math.log10(numbers.getMax());
    double room = Math.max((high - low) * ROOM, LEAST_ROOM);
    return new LogarithmicScale(low - room, high + room);
  }

  @Override
  public double position(Value value) {
    return value.number() > 0 ? Math.log10(value.number()) : Double.NaN;
  }

  @Override
  public List<Mark> marks(int atMost) {
    for (int[] digits : DIGITS) {
      List<Mark> marks = marks(digits, 1);
      if (marks.size() <= atMost) {
        return marks.size() > 2 ? marks : linear(atMost);
      }
    }
    int stride = 2;
    while (marks(new int[] {1}, stride).size() > atMost) {
      stride++;
    }
    return marks(new int[] {1}, stride);
  }

  private List<Mark> marks(int[] digits, int stride) {
    List<Mark> marks = new ArrayList<>();
    for (int power = (int) Math.floor(low); power <= high; power++) {
      for (int digit : digits) {
        double position = power + Math.log10(digit);
        if (Math.floorMod(power, stride) == 0 && position >= low && position <= high) {
          BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
          marks.add(new Mark(position, Texts.exact(value)));
        }
      }
    }
    return marks;
  }

  /** Within so short a range a logarithmic axis is marked as a linear one. */
  private List<Mark> linear(int atMost) {
    return new LinearScale(Math.pow(10, low), Math.pow(10, high))
        .marks(atMost).stream()
            .filter(mark -> mark.position() > 0)
            .map(mark -> new Mark(Math.log10(mark.position()), mark.label()))
            .toList();
  }
}
