package org.provdl.plot;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run across parallel axes.
 *
 * @param name what a browser shows at the pointer
 * @param values a value for each axis, null where the run has none; the last is of the metric
 */
record Trace(String name, List<@Nullable Value> values) {

  double measured() {
    return Objects.requireNonNull(values.get(values.size() - 1)).number();
  }
}
