package org.provdl.capture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A hyperparameter with the values that a study may try for it.
 *
 * <p>A grid takes each value in order, so a range of real numbers needs {@link #inSteps} for it. A
 * random search draws any of them. The same draws give the same values on every Java virtual
 * machine.
 *
 * @param name the hyperparameter: one of the ontology's ({@code learningRate}, {@code batchSize},
 *     ...) or any other of your own
 * @param distribution how values are drawn
 * @param choices the values of a {@link Distribution#CHOICE}, in order; empty otherwise
 * @param low the least value of a range
 * @param high the greatest value of a range
 * @param steps how many values of a range are tried, evenly spaced from the least to the greatest;
 *     0 for any
 */
public record Dimension(
    String name,
    Distribution distribution,
    List<Object> choices,
    double low,
    double high,
    int steps) {

  /** How the values of a dimension are drawn. */
  public enum Distribution {
    /** One of those listed. */
    CHOICE,
    /** A whole number of a range. */
    INTEGERS,
    /** A real number of a range. */
    UNIFORM,
    /** A positive real number of a range, uniform in its logarithm. */
    LOG_UNIFORM
  }

  /** Up to here a double has every whole number. */
  private static final double LARGEST = 1L << 53;

  /** Digits of a step: 0.001, where the logarithm gives 0.0009999999999999994. */
  private static final MathContext STEP_DIGITS = new MathContext(12);

  /**
   * Checks that there is something to choose from.
   *
   * @param name the hyperparameter
   * @param distribution how values are drawn
   * @param choices the values of a choice
   * @param low the least value of a range
   * @param high the greatest value of a range
   * @param steps how many values of a range are tried; 0 for any
   * @throws IllegalArgumentException if the name is blank, there are no choices or two that read
   *     the same, or the range is empty, not finite, or, for a logarithm, not positive
   */
  public Dimension {
    choices = List.copyOf(choices);
    require(!name.isBlank(), "A dimension needs the name of its hyperparameter, but it is blank.");
    if (distribution == Distribution.CHOICE) {
      requireChoices(name, choices);
    } else {
      requireRange(name, distribution, low, high);
      require(
          steps == 0 || (steps > 1 && steps <= count(distribution, low, high)),
          "%s takes at least 2 steps, and no more than it has values, not %d."
              .formatted(name, steps));
    }
  }

  private static void requireChoices(String name, List<Object> choices) {
    require(!choices.isEmpty(), "%s has no value to choose from.".formatted(name));
    Set<Object> recorded = new HashSet<>();
    for (Object choice : choices) {
      require(
          recorded.add(Setting.narrow(choice)),
          "%s has two values that are both recorded as %s; nobody could tell them apart."
              .formatted(name, Setting.narrow(choice)));
    }
  }

  private static void requireRange(
      String name, Distribution distribution, double low, double high) {
    require(
        low < high && Math.max(-low, high) <= Double.MAX_VALUE / 2,
        "%s needs a range from a lower to a higher number, not from %s to %s."
            .formatted(name, low, high));
    require(
        distribution != Distribution.LOG_UNIFORM || low > 0,
        "%s has a logarithmic range, which begins above 0, not at %s.".formatted(name, low));
    require(
        distribution != Distribution.INTEGERS || Math.max(-low, high) <= LARGEST,
        "%s has whole numbers beyond 2^53, from %s to %s.".formatted(name, low, high));
  }

  /**
   * One of several values, of any type.
   *
   * @param name the hyperparameter
   * @param values the values, in the order of a grid; what is not a number, a truth value or text
   *     is recorded by its {@code toString()}
   * @return the dimension
   * @throws IllegalArgumentException if there are none, or two that read the same
   */
  public static Dimension choice(String name, Object... values) {
    return new Dimension(name, Distribution.CHOICE, List.of(values), 0, 0, 0);
  }

  /**
   * A whole number.
   *
   * @param name the hyperparameter
   * @param low the least
   * @param high the greatest, itself included
   * @return the dimension
   * @throws IllegalArgumentException if there are not at least two
   */
  public static Dimension integers(String name, long low, long high) {
    return new Dimension(name, Distribution.INTEGERS, List.of(), low, high, 0);
  }

  /**
   * A real number.
   *
   * @param name the hyperparameter
   * @param low the least
   * @param high the greatest
   * @return the dimension
   * @throws IllegalArgumentException if the range is empty or not finite
   */
  public static Dimension uniform(String name, double low, double high) {
    return new Dimension(name, Distribution.UNIFORM, List.of(), low, high, 0);
  }

  /**
   * A positive real number where the order of magnitude matters, such as a learning rate.
   *
   * @param name the hyperparameter
   * @param low the least, above 0
   * @param high the greatest
   * @return the dimension
   * @throws IllegalArgumentException if the range is empty, not finite or not positive
   */
  public static Dimension logUniform(String name, double low, double high) {
    return new Dimension(name, Distribution.LOG_UNIFORM, List.of(), low, high, 0);
  }

  /**
   * The same range, of which only some values are tried, evenly spaced: from 0.0001 to 0.1 uniform
   * in the logarithm and in 4 steps, these are 0.0001, 0.001, 0.01 and 0.1.
   *
   * @param count how many, the least and the greatest among them
   * @return the dimension
   * @throws IllegalArgumentException if it is below 2 or more than there are, or this is a choice
   */
  public Dimension inSteps(int count) {
    require(
        distribution != Distribution.CHOICE, "%s is a choice, which has no steps.".formatted(name));
    require(count > 1, "%s takes at least 2 steps, not %d.".formatted(name, count));
    return new Dimension(name, distribution, choices, low, high, count);
  }

  /** How many values a grid takes. */
  long size() {
    if (distribution == Distribution.CHOICE) {
      return choices.size();
    }
    double count = steps > 0 ? steps : count(distribution, low, high);
    require(
        Double.isFinite(count),
        "%s has any value of a range. Give it inSteps(n) for a grid, or search at random."
            .formatted(name));
    return (long) count;
  }

  /** One of the values of a grid, from 0. */
  Object value(long index) {
    if (distribution == Distribution.CHOICE) {
      return choices.get((int) index);
    }
    return steps == 0 ? (Object) ((long) low + index) : step((double) index / (steps - 1));
  }

  /** A value drawn. */
  Object draw(Random random) {
    if (distribution == Distribution.CHOICE) {
      return value(random.nextInt(choices.size()));
    }
    if (steps > 0) {
      return value(random.nextInt(steps));
    }
    double fraction = random.nextDouble();
    return distribution == Distribution.INTEGERS
        ? (Object) ((long) low + (long) (fraction * count(distribution, low, high)))
        : (Object) at(fraction);
  }

  /** The dimension as it is recorded. */
  Dimension narrowed() {
    return new Dimension(
        name, distribution, choices.stream().map(Setting::narrow).toList(), low, high, steps);
  }

  private Object step(double fraction) {
    double value = at(fraction);
    if (distribution == Distribution.INTEGERS) {
      return Math.round(value);
    }
    boolean bound = fraction == 0 || fraction == 1;
    return bound ? value : new BigDecimal(value).round(STEP_DIGITS).doubleValue();
  }

  private double at(double fraction) {
    if (fraction == 0 || fraction == 1) {
      return fraction == 0 ? low : high;
    }
    if (distribution != Distribution.LOG_UNIFORM) {
      return low + fraction * (high - low);
    }
    double logarithm = StrictMath.log(low) * (1 - fraction) + StrictMath.log(high) * fraction;
    return Math.min(high, Math.max(low, StrictMath.exp(logarithm)));
  }

  private static double count(Distribution distribution, double low, double high) {
    return distribution == Distribution.INTEGERS ? high - low + 1 : Double.POSITIVE_INFINITY;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
