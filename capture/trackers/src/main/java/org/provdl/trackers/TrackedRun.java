package org.provdl.trackers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Artifact;
import org.provdl.capture.Framework;
import org.provdl.capture.RunStatus;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;

/**
 * What another program has recorded of one run, in its own words. Filled by the {@link TrackedRuns}
 * that reads it; not thread-safe.
 */
public final class TrackedRun {

  /** Characters of a text that are kept. */
  static final int LONGEST_TEXT = 1 << 16;

  /**
   * Data that a run used.
   *
   * @param split what for; null where nobody said
   * @param file the file, where it was read; else null
   * @param location where it was
   * @param shape counts and shapes; null where unknown
   */
  record Data(
      @Nullable Split split, @Nullable Artifact file, String location, @Nullable Shape shape) {}

  /** What one example looks like, and how many there are. */
  record Shape(long exampleCount, String features, @Nullable String labels) {}

  /** A file that a run wrote. */
  record Output(Artifact file, boolean model) {}

  /** A setting that changed; after so many epochs, at that time. */
  record Change(Setting setting, int afterEpochs, Instant time, String reason) {}

  /** The run that this one is a part of. */
  record Parent(String sourceId, Instant started) {}

  /** The version of the code. */
  record Code(String commit, @Nullable String branch, @Nullable String remote) {}

  /** A metric by the name that the program gave it, and the split that it said. */
  record MetricName(String name, @Nullable Split split) {}

  final String tracker;
  final String sourceId;
  final Instant started;
  final Artifact record;
  String name;
  @Nullable String experiment;
  @Nullable String user;
  @Nullable Framework framework;
  @Nullable Instant ended;
  @Nullable RunStatus status;
  @Nullable String reason;
  @Nullable Parent parent;
  @Nullable Code code;
  final Map<String, Object> parameters = new LinkedHashMap<>();
  final Map<MetricName, Points> metrics = new LinkedHashMap<>();
  final List<Setting> layerSettings = new ArrayList<>();
  final Map<String, String> tags = new LinkedHashMap<>();
  final List<Data> data = new ArrayList<>();
  final List<Output> outputs = new ArrayList<>();
  final List<Change> changes = new ArrayList<>();
  final List<String> problems = new ArrayList<>();

  /** Begins with what says which run it is: the same for the same run. */
  TrackedRun(String tracker, String sourceId, Instant started, Artifact record) {
    this.tracker = tracker;
    this.sourceId = sourceId;
    this.started = started;
    this.record = record;
    this.name = sourceId;
  }

  /** The id of a run in PROV-DL. */
  static String id(String tracker, String sourceId, Instant started) {
    return RunId.of(tracker, sourceId, started);
  }

  String id() {
    return id(tracker, sourceId, started);
  }

  void tag(String key, String value) {
    tags.put(key, cut("the tag " + key, value));
  }

  void parameter(String key, String value) {
    Object typed = TypedText.valueOf(value);
    parameters.put(key, typed instanceof String text ? cut("the parameter " + key, text) : typed);
  }

  /** The values of a metric, to be added to. */
  Points metric(String metric, @Nullable Split split) {
    return metrics.computeIfAbsent(new MetricName(metric, split), any -> new Points());
  }

  private String cut(String what, String value) {
    if (value.length() <= LONGEST_TEXT) {
      return value;
    }
    problems.add(
        "%s has %,d characters, of which %,d are kept"
            .formatted(what, value.length(), LONGEST_TEXT));
    return value.substring(0, LONGEST_TEXT);
  }
}
