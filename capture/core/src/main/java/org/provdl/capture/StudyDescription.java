package org.provdl.capture;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a study when it starts.
 *
 * @param name what people call it
 * @param experiment the experiment that groups it and its runs; null for none
 * @param operator the person who runs it
 * @param metric the name of the metric that is its objective
 * @param split the data that the metric is measured on
 * @param maximize whether the greatest value wins, not the least
 * @param dimensions what is varied, as it is recorded; empty where nobody said
 * @param strategy where the values come from
 * @param seed that of a random search; null for others
 * @param plannedTrials how many trials there are to be; null where nobody knows
 */
record StudyDescription(
    String name,
    @Nullable String experiment,
    String operator,
    String metric,
    Split split,
    boolean maximize,
    List<Dimension> dimensions,
    String strategy,
    @Nullable Long seed,
    @Nullable Long plannedTrials) {

  StudyDescription {
    dimensions = dimensions.stream().map(Dimension::narrowed).toList();
  }

  /** The objective in words, such as {@code highest accuracy on test}. */
  String objective() {
    return "%s %s on %s"
        .formatted(maximize ? "highest" : "lowest", metric, split.name().toLowerCase(Locale.ROOT));
  }
}
