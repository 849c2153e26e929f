package org.provdl.trackers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Artifact;
import org.provdl.capture.Framework;
import org.provdl.capture.RunStatus;
import org.provdl.capture.Split;
import org.provdl.trackers.TrackedRun.Data;
import org.provdl.trackers.TrackedRun.Shape;
import org.tribuo.provenance.ModelProvenance;

/**
 * The training of a model of Tribuo, by the provenance that the model carries. Tribuo must be on
 * the class path of who uses this; nothing else needs it.
 *
 * <pre>{@code
 * RunImport.into(sink).build().of(
 *     TribuoRuns.of(model.getProvenance()).named("irises").evaluated(Split.TEST, Map.of("accuracy", 0.9)));
 * }</pre>
 *
 * @see <a href="https://tribuo.org/learn/4.3/docs/packageoverview.html">Tribuo</a>
 */
public final class TribuoRuns implements TrackedRuns {

  private static final String TRACKER = "Tribuo";
  private static final String TRAINER = "trainer.";
  private static final String DATASET = "dataset.";

  private record Result(String metric, Split split, double value) {}

  private final ModelProvenance provenance;
  private final @Nullable String name;
  private final @Nullable String experiment;
  private final List<Result> results;

  private TribuoRuns(
      ModelProvenance provenance,
      @Nullable String name,
      @Nullable String experiment,
      List<Result> results) {
    this.provenance = provenance;
    this.name = name;
    this.experiment = experiment;
    this.results = List.copyOf(results);
  }

  /**
   * The training that made a model.
   *
   * @param provenance what the model says: {@code model.getProvenance()}
   * @return that one run, named as the model's class
   */
  public static TribuoRuns of(ModelProvenance provenance) {
    return new TribuoRuns(provenance, null, null, List.of());
  }

  /**
   * Names the run.
   *
   * @param text what people call it
   * @return the run with that name
   */
  public TribuoRuns named(String text) {
    return new TribuoRuns(provenance, text, experiment, results);
  }

  /**
   * Puts the run into an experiment.
   *
   * @param text the experiment's name
   * @return the run in it
   */
  public TribuoRuns inExperiment(String text) {
    return new TribuoRuns(provenance, name, text, results);
  }

  /**
   * Adds what an evaluation found.
   *
   * @param split the data that it was made on
   * @param metrics the values by name of metric
   * @return the run that has them too
   */
  public TribuoRuns evaluated(Split split, Map<String, Double> metrics) {
    List<Result> more = new ArrayList<>(results);
    metrics.forEach((metric, value) -> more.add(new Result(metric, split, value)));
    return new TribuoRuns(provenance, name, experiment, more);
  }

  @Override
  public void read(Reader reader) {
    SortedMap<String, Object> facts = TribuoProvenance.flat(provenance);
    String text =
        facts.entrySet().stream()
            .map(fact -> fact.getKey() + "=" + fact.getValue())
            .collect(Collectors.joining("\n"));
    Instant trained = provenance.getTrainingTime().toInstant();
    String model = provenance.getClassName();
    Artifact record = RecordHash.of("provenance of " + simple(model), model, text);
    TrackedRun run = new TrackedRun(TRACKER, record.sha256(), trained, record);
    run.name = name == null ? simple(model) : name;
    run.experiment = experiment;
    run.status = RunStatus.COMPLETED;
    run.ended = trained;
    run.framework = new Framework(TRACKER, String.valueOf(facts.get("tribuo-version")), null);
    facts.forEach((fact, value) -> tell(fact, value, run));
    data(facts, run);
    results.forEach(
        result ->
            run.metric(result.metric(), result.split())
                .add(0, result.value(), trained.toEpochMilli()));
    reader.run(run);
  }

  private static void tell(String fact, Object value, TrackedRun run) {
    boolean ofTrainer = fact.startsWith(TRAINER);
    if (ofTrainer && isSetting(fact)) {
      String own = fact.substring(TRAINER.length());
      run.parameters.put(own, value instanceof Enum<?> constant ? constant.name() : value);
    } else if (ofTrainer && fact.equals(TRAINER + "class-name")) {
      run.parameters.put("trainer", simple(value.toString()));
    } else {
      run.tag("tribuo." + fact, value.toString());
    }
  }

  /** What OLCUT adds to what was configured. */
  private static boolean isSetting(String fact) {
    return !fact.endsWith("class-name")
        && !fact.endsWith("host-short-name")
        && !fact.endsWith("is-sequence")
        && !fact.endsWith("train-invocation-count")
        && !fact.endsWith("tribuo-version");
  }

  /** The first source that says where it is; a splitter has its own inside. */
  private static void data(Map<String, Object> facts, TrackedRun run) {
    Map<String, Object> ofDataset = new LinkedHashMap<>();
    facts.forEach(
        (fact, value) -> {
          if (fact.startsWith(DATASET)) {
            ofDataset.putIfAbsent(fact.substring(fact.lastIndexOf('.') + 1), value);
          }
        });
    if (ofDataset.isEmpty()) {
      return;
    }
    String location = location(ofDataset);
    Object hash = ofDataset.get("resource-hash");
    String sha256 = hash == null ? "" : hash.toString().toLowerCase(Locale.ROOT);
    Artifact file =
        sha256.matches("[0-9a-f]{64}")
            ? new Artifact(
                location.replaceFirst(".*[/\\\\]", ""), location, sha256, Artifact.UNKNOWN_SIZE)
            : null;
    run.data.add(new Data(Split.TRAINING, file, location, shape(ofDataset)));
  }

  private static String location(Map<String, Object> facts) {
    for (String place : List.of("dataPath", "path", "url", "dataFile", "description")) {
      Object value = facts.get(place);
      if (value != null) {
        return value.toString();
      }
    }
    return simple(String.valueOf(facts.get("class-name")));
  }

  private static @Nullable Shape shape(Map<String, Object> facts) {
    Object examples = facts.get("num-examples");
    Object features = facts.get("num-features");
    Object outputs = facts.get("num-outputs");
    if (!(examples instanceof Number count) || features == null) {
      return null;
    }
    return new Shape(
        count.longValue(), "[" + features + "]", outputs == null ? null : "[" + outputs + "]");
  }

  private static String simple(String className) {
    return className.replaceFirst(".*\\.", "");
  }
}
