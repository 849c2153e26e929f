package org.provdl.trackers;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.provdl.capture.Split;
import org.provdl.trackers.Naming.Measured;
import org.provdl.trackers.TrackedRun.MetricName;

/** What the metrics of one run are called in the graph; no two alike. */
final class MetricNames {

  /** A metric and the data that it was measured on. */
  record Named(String metric, Split split) {}

  private MetricNames() {}

  /**
   * The names.
   *
   * @param unsaid the split of metrics whose names do not say one
   */
  static Map<MetricName, Named> of(Set<MetricName> metrics, Split unsaid) {
    Map<MetricName, Named> names = new LinkedHashMap<>();
    Set<Named> taken = new HashSet<>();
    for (MetricName metric : metrics) {
      Measured measured = Naming.metric(metric.name());
      Split split =
          metric.split() != null
              ? metric.split()
              : measured.split() != null ? measured.split() : unsaid;
      Named named = new Named(measured.metric(), split);
      if (!taken.add(named)) {
        named = new Named(metric.name(), split);
        taken.add(named);
      }
      names.put(metric, named);
    }
    return names;
  }
}
