package org.provdl.trackers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.ImportedRecord;
import org.provdl.capture.PastRun;
import org.provdl.capture.Responsible;
import org.provdl.capture.RunDescription;
import org.provdl.capture.RunStatus;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.trackers.MetricNames.Named;
import org.provdl.trackers.TrackedRun.Change;
import org.provdl.trackers.TrackedRun.MetricName;

/** Tells a tracked run as a run of the past, in the order in which things happened. */
final class Telling {

  private static final String LEARNING_RATE = "learningRate";

  /** More changes than that are a warm-up by iteration, which its curve says. */
  private static final int MOST_CHANGES = 1_000;

  private record Value(String metric, Split split, double value) {}

  private final TrackedRun run;
  private final PastRun past;
  private final EpochPlan plan;
  private final Map<MetricName, Named> names;
  private final Split unsaid;
  private Instant now;

  private Telling(TrackedRun run, String base, ImportedRecord record, Split unsaid) {
    this.run = run;
    this.unsaid = unsaid;
    now = run.started;
    plan = EpochPlan.of(run.metrics);
    names = MetricNames.of(run.metrics.keySet(), unsaid);
    past = new PastRun(base, run.id(), run.started, description(run), record);
  }

  private static RunDescription description(TrackedRun run) {
    String user = run.user;
    return new RunDescription(
        run.name, run.experiment, user == null ? "unknown" : user, run.framework, null);
  }

  /**
   * The run, told to its end.
   *
   * @param unsaid the split of metrics whose names do not say one
   */
  static PastRun of(TrackedRun run, String base, ImportedRecord record, Split unsaid) {
    Telling telling = new Telling(run, base, record, unsaid);
    telling.start(base);
    telling.epochs();
    telling.curves();
    telling.results();
    telling.end();
    return telling.past;
  }

  private void start(String base) {
    TrackedRun.Parent parent = run.parent;
    if (parent != null) {
      String id = TrackedRun.id(run.tracker, parent.sourceId(), parent.started());
      past.partOf(now, PastRun.iri(base, id));
    }
    TrackedRun.Code code = run.code;
    if (code != null) {
      past.codeWas(now, code.commit(), code.branch(), code.remote());
    }
    new TreeMap<>(run.tags).forEach((name, value) -> past.tag(now, name, value));
    Set<String> taken = new HashSet<>();
    run.parameters.forEach(
        (name, value) -> {
          String known = Naming.hyperparameter(name);
          String used = taken.add(known) ? known : name;
          taken.add(used);
          past.choose(now, Setting.ofModel(used.isBlank() ? "unnamed" : used, value));
        });
    run.layerSettings.forEach(setting -> past.choose(now, setting));
    run.data.forEach(this::data);
  }

  private void data(TrackedRun.Data data) {
    Split split = data.split() == null ? Split.TRAINING : data.split();
    TrackedRun.Shape shape = data.shape();
    if (shape != null) {
      past.see(now, split, shape.exampleCount(), shape.features(), shape.labels());
    }
    if (data.file() == null) {
      past.source(now, split, data.location());
    } else {
      past.source(now, split, data.file());
    }
  }

  private void epochs() {
    int count = plan.epochCount();
    if (count == 0) {
      run.changes.forEach(this::tell);
      return;
    }
    List<Map<Named, Value>> values = new ArrayList<>();
    Instant[] ends = new Instant[count];
    for (int epoch = 0; epoch < count; epoch++) {
      values.add(new LinkedHashMap<>());
    }
    forEachSeries(
        (name, points) -> {
          Named named = name(name);
          for (int index : points.inOrder()) {
            int epoch = plan.epochOf(points.step(index)) - 1;
            values
                .get(epoch)
                .put(named, new Value(named.metric(), named.split(), points.value(index)));
            ends[epoch] = later(ends[epoch], points.time(index));
          }
        });
    List<Change> changes = changes();
    for (int epoch = 0; epoch < count; epoch++) {
      past.startEpoch(now);
      tell(changes, epoch);
      now = later(now, ends[epoch]);
      for (Value value : values.get(epoch).values()) {
        past.measure(now, value.metric(), value.value(), value.split());
      }
      past.endEpoch(now);
    }
    tell(changes, count);
  }

  private void tell(List<Change> changes, int afterEpochs) {
    changes.stream().filter(change -> change.afterEpochs() == afterEpochs).forEach(this::tell);
  }

  private void tell(Change change) {
    now = later(now, change.time());
    past.adapt(
        now, change.setting(), change.reason(), Responsible.FRAMEWORK, PastRun.UNKNOWN_ITERATION);
  }

  /** Those that the program told, and those that a logged learning rate shows. */
  private List<Change> changes() {
    List<Change> changes = new ArrayList<>(run.changes);
    boolean told =
        changes.stream()
            .anyMatch(change -> change.setting().hyperparameter().equals(LEARNING_RATE));
    if (!told) {
      run.metrics.forEach(
          (name, points) -> {
            if (changes.size() == run.changes.size() && isLearningRate(name)) {
              changes.addAll(changes(name, points));
            }
          });
    }
    return changes;
  }

  private static boolean isLearningRate(MetricName name) {
    return Naming.hyperparameter(name.name()).equals(LEARNING_RATE)
        || name.name().matches("(?i)lr[-_/].*");
  }

  private List<Change> changes(MetricName name, Points points) {
    List<Change> changes = new ArrayList<>();
    Object chosen =
        run.parameters.entrySet().stream()
            .filter(parameter -> Naming.hyperparameter(parameter.getKey()).equals(LEARNING_RATE))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
    @Nullable Double last =
        chosen instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    for (int index : points.inOrder()) {
      double value = points.value(index);
      if (last == null || value != last) {
        changes.add(
            new Change(
                Setting.ofModel(LEARNING_RATE, value),
                plan.epochOf(points.step(index)) - 1,
                run.started,
                "logged as the metric " + name.name()));
        last = value;
      }
    }
    return changes.size() > MOST_CHANGES ? List.of() : changes;
  }

  private void curves() {
    run.metrics.forEach(
        (name, points) -> {
          boolean outside = EpochPlan.isSystem(name.name()) || plan.stepsAreIterations();
          if (points.size() > 1 && outside && !EpochPlan.isEpoch(name.name())) {
            StepCurve curve = StepCurve.of(points);
            Named named = name(name);
            past.curve(
                now, named.metric(), named.split(), curve.first(), curve.stride(), curve.values());
          }
        });
  }

  /** Single values, which are what the training came to. */
  private void results() {
    Map<Split, Map<String, Double>> results = new EnumMap<>(Split.class);
    run.metrics.forEach(
        (name, points) -> {
          if (points.size() == 1) {
            Named named = name(name);
            results
                .computeIfAbsent(named.split(), any -> new TreeMap<>())
                .put(named.metric(), points.value(0));
            now = later(now, points.time(0));
          }
        });
    results.forEach(this::tell);
  }

  /** What was measured on the training data need not be an evaluation. */
  private void tell(Split split, Map<String, Double> metrics) {
    if (split == Split.TRAINING) {
      metrics.forEach((metric, value) -> past.measure(now, metric, value, split));
    } else {
      past.evaluate(now, split, metrics);
    }
  }

  private Named name(MetricName name) {
    return names.getOrDefault(name, new Named(name.name(), unsaid));
  }

  private void end() {
    Instant ended = run.ended == null ? now : run.ended;
    for (TrackedRun.Output output : run.outputs) {
      if (output.model()) {
        past.wroteModel(ended, output.file());
      } else {
        past.wrote(ended, output.file());
      }
    }
    RunStatus status = run.status;
    if (status != null) {
      past.end(ended.isBefore(run.started) ? run.started : ended, status, run.reason);
    }
  }

  private interface SeriesConsumer {
    void accept(MetricName name, Points points);
  }

  private void forEachSeries(SeriesConsumer consumer) {
    run.metrics.forEach(
        (name, points) -> {
          boolean inEpochs =
              points.size() > 1
                  && !EpochPlan.isSystem(name.name())
                  && !EpochPlan.isEpoch(name.name());
          if (inEpochs) {
            consumer.accept(name, points);
          }
        });
  }

  private static Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? (other == null ? Instant.EPOCH : other) : one;
    }
    return other.isAfter(one) ? other : one;
  }
}
