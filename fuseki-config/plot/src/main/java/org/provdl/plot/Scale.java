package org.provdl.plot;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Where values stand on an axis. */
sealed interface Scale permits LinearScale, LogarithmicScale, CategoryScale {

  /**
   * The ratio of the largest to the smallest value from which a linear axis hides the small ones.
   */
  double WIDE = 100;

  /** The place of a value; NaN where it has none. */
  double position(Value value);

  /** The lowest place. */
  double low();

  /** The highest place. */
  double high();

  /** Marks from low to high, so many at most where they can be chosen. */
  List<Mark> marks(int atMost);

  /**
   * The scale that suits some values: by their names where one of them is a text, logarithmic where
   * all are positive and span more than a factor of {@value #WIDE}, else linear.
   */
  static Scale of(Collection<Value> values) {
    if (!values.stream().allMatch(Value::isNumber)) {
      return CategoryScale.of(values);
    }
    DoubleSummaryStatistics numbers =
        values.stream().mapToDouble(Value::number).summaryStatistics();
    return numbers.getMin() > 0 && numbers.getMax() / numbers.getMin() > WIDE
        ? LogarithmicScale.of(numbers)
        : LinearScale.of(numbers);
  }
}
