package org.provdl.capture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Proposes the values of trials, one after the other. Not thread-safe. */
interface Search {

  /** Proposes nothing: whoever uses the study does. */
  Search NONE = () -> null;

  /** The next values by name; null when there are no more. */
  @Nullable Map<String, Object> next();

  /** All combinations, the last dimension changing first. */
  static Search grid(List<Dimension> dimensions) {
    long size = gridSize(dimensions);
    return new Search() {
      private long index;

      @Override
      public @Nullable Map<String, Object> next() {
        return index == size ? null : combination(dimensions, index++);
      }
    };
  }

  /** So many draws; the algorithm of {@link Random} is the same everywhere. */
  static Search random(List<Dimension> dimensions, long trials, long seed) {
    Random random = new Random(seed);
    return new Search() {
      private long count;

      @Override
      public @Nullable Map<String, Object> next() {
        return count++ >= trials ? null : values(dimensions, each -> each.draw(random));
      }
    };
  }

  /** How many combinations there are. */
  static long gridSize(List<Dimension> dimensions) {
    try {
      return dimensions.stream().mapToLong(Dimension::size).reduce(1, Math::multiplyExact);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "The grid has more combinations than can be counted. Search at random.", e);
    }
  }

  private static Map<String, Object> combination(List<Dimension> dimensions, long index) {
    long[] indices = new long[dimensions.size()];
    long rest = index;
    for (int i = indices.length - 1; i >= 0; i--) {
      indices[i] = rest % dimensions.get(i).size();
      rest /= dimensions.get(i).size();
    }
    int[] position = {0};
    return values(dimensions, each -> each.value(indices[position[0]++]));
  }

  private static Map<String, Object> values(
      List<Dimension> dimensions, Function<Dimension, Object> value) {
    Map<String, Object> values = new LinkedHashMap<>();
    dimensions.forEach(dimension -> values.put(dimension.name(), value.apply(dimension)));
    return values;
  }
}
