package org.provdl.trackers;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Artifact;

/**
 * The runs in a folder of MLflow's file store, which it calls {@code mlruns}; or those of one
 * experiment or one run, by the folder of it.
 *
 * @see <a href="https://mlflow.org/docs/latest/self-hosting/architecture/backend-store/">MLflow,
 *     backend stores</a>
 */
public final class MlflowFolder implements TrackedRuns {

  private static final String META = "meta.yaml";
  private static final int LONGEST_VALUE = 1 << 20;
  private static final int LONGEST_LINE = 10_000;
  private static final long FURTHEST_STEP = 1L << 50;

  /** The names of MLflow's own folders of a run, which together are its record. */
  private static final List<String> RECORD =
      List.of("inputs", "metrics", "outputs", "params", "tags");

  private final Path folder;

  private MlflowFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The runs in a folder.
   *
   * @param folder such as {@code mlruns}
   * @return the runs, which are read when they are asked for
   */
  public static MlflowFolder of(Path folder) {
    return new MlflowFolder(folder);
  }

  @Override
  public void read(Reader reader) {
    if (!BoundedFiles.isFolder(folder)) {
      throw new UnreadableSourceException(
          "There is no folder %s. Name the folder mlruns of MLflow.".formatted(folder));
    }
    Kind kind = kind(folder);
    switch (kind) {
      case RUN -> readRun(folder, experimentName(folder.toAbsolutePath().getParent()), reader);
      case EXPERIMENT -> readExperiment(folder, reader);
      case NEITHER -> readAll(reader);
    }
  }

  private enum Kind {
    RUN,
    EXPERIMENT,
    NEITHER
  }

  private static Kind kind(Path folder) {
    if (!BoundedFiles.isFile(folder.resolve(META))) {
      return Kind.NEITHER;
    }
    Map<String, Object> meta = Yaml.mapping(folder.resolve(META));
    if (meta.containsKey("run_id") || meta.containsKey("run_uuid")) {
      return Kind.RUN;
    }
    return meta.containsKey("experiment_id") ? Kind.EXPERIMENT : Kind.NEITHER;
  }

  private void readAll(Reader reader) {
    boolean any = false;
    for (Path experiment : BoundedFiles.folders(folder)) {
      if (BoundedFiles.isFile(experiment.resolve(META))) {
        any = true;
        guard(experiment, reader, () -> readExperiment(experiment, reader));
      }
    }
    if (!any) {
      throw new UnreadableSourceException(
          "%s is not a folder of MLflow: no folder in it has a %s. Newer versions of MLflow keep runs in mlflow.db unless told otherwise: run 'mlflow server' and name its address."
              .formatted(folder, META));
    }
  }

  private void readExperiment(Path experiment, Reader reader) {
    String name = experimentName(experiment);
    for (Path run : BoundedFiles.folders(experiment)) {
      if (BoundedFiles.isFile(run.resolve(META))) {
        guard(run, reader, () -> readRunIfOne(run, name, reader));
      } else if (BoundedFiles.isFolder(run.resolve("metrics"))) {
        reader.problem("%s: there is no file %s".formatted(run, META));
      }
    }
  }

  private void readRunIfOne(Path run, @Nullable String experiment, Reader reader) {
    if (kind(run) == Kind.RUN) {
      readRun(run, experiment, reader);
    }
  }

  private static void guard(Path what, Reader reader, Runnable reading) {
    try {
      reading.run();
    } catch (UnreadableSourceException e) {
      reader.problem("%s: %s".formatted(what, e.getMessage()));
    }
  }

  private static @Nullable String experimentName(@Nullable Path experiment) {
    if (experiment == null || !BoundedFiles.isFile(experiment.resolve(META))) {
      return null;
    }
    Object name = Yaml.mapping(experiment.resolve(META)).get("name");
    return name == null ? null : name.toString();
  }

  private void readRun(Path path, @Nullable String experiment, Reader reader) {
    Map<String, Object> meta = Yaml.mapping(path.resolve(META));
    String id = text(meta, "run_id", "run_uuid");
    if ("deleted".equals(meta.get("lifecycle_stage"))) {
      reader.problem("%s: it was deleted in MLflow, and is left out".formatted(path));
      return;
    }
    TrackedRun run =
        new TrackedRun(MlflowWords.TRACKER, id, time(meta, "start_time"), record(path));
    run.experiment = experiment;
    run.name = meta.getOrDefault("run_name", id).toString();
    run.user = meta.get("user_id") == null ? null : meta.get("user_id").toString();
    run.status = MlflowWords.status(String.valueOf(meta.getOrDefault("status", "")));
    run.ended = meta.get("end_time") == null ? null : time(meta, "end_time");
    each(path, "tags", (name, file) -> run.tag(name, BoundedFiles.text(file, LONGEST_VALUE)), run);
    each(
        path,
        "params",
        (name, file) -> run.parameter(name, BoundedFiles.text(file, LONGEST_VALUE)),
        run);
    each(path, "metrics", (name, file) -> readMetric(name, file, run), run);
    MlflowWords.understand(run);
    run.parent = parent(path, run);
    MlflowData.read(path, run);
    MlflowArtifacts.read(path, meta.get("artifact_uri"), run);
    reader.run(run);
  }

  private static Artifact record(Path run) {
    List<Path> files = new ArrayList<>();
    for (String part : RECORD) {
      files.addAll(BoundedFiles.files(run.resolve(part)));
    }
    files.add(run.resolve(META));
    return RecordHash.of(run, files.stream().sorted().toList());
  }

  private interface EntryReader {
    void read(String name, Path file);
  }

  /** A name with a slash is a file in a folder. */
  private static void each(Path path, String part, EntryReader entries, TrackedRun run) {
    Path folder = path.resolve(part);
    for (Path file : BoundedFiles.files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      try {
        entries.read(name, file);
      } catch (UnreadableSourceException e) {
        run.problems.add("%s %s: %s".formatted(part, name, e.getMessage()));
      }
    }
  }

  private static void readMetric(String name, Path file, TrackedRun run) {
    Points points = run.metric(name, null);
    int[] bad = new int[1];
    BoundedFiles.lines(
        file,
        LONGEST_LINE,
        (line, number) -> {
          try {
            add(line, points);
          } catch (IllegalArgumentException | UnreadableSourceException e) {
            bad[0]++;
            if (bad[0] == 1) {
              run.problems.add(
                  "metrics %s, line %d: no 'time value step' but '%s'"
                      .formatted(name, number, line.substring(0, Math.min(line.length(), 60))));
            }
          }
        });
    if (bad[0] > 1) {
      run.problems.add("metrics %s: %,d more such lines".formatted(name, bad[0] - 1));
    }
    if (points.leftOut() > 0) {
      run.problems.add(
          "metrics %s: %,d values beyond the first %,d are left out"
              .formatted(name, points.leftOut(), Points.MOST));
    }
    if (points.size() == 0) {
      run.metrics.remove(new TrackedRun.MetricName(name, null));
    }
  }

  /** A time, a value and, in all but the oldest files, a step; newer ones name a data set too. */
  private static void add(String line, Points points) {
    String[] parts = line.strip().split(" ", 4);
    if (parts.length < 2) {
      throw new IllegalArgumentException("too short");
    }
    long time = MlflowWords.time(Long.parseLong(parts[0])).toEpochMilli();
    long step = parts.length > 2 ? Long.parseLong(parts[2]) : points.size();
    if (Math.abs(step) > FURTHEST_STEP) {
      throw new IllegalArgumentException("the step is too far");
    }
    points.add(step, TypedText.real(parts[1]), time);
  }

  private static TrackedRun.@Nullable Parent parent(Path path, TrackedRun run) {
    String id = run.tags.get(MlflowWords.PARENT);
    if (id == null) {
      return null;
    }
    if (id.matches("[0-9A-Za-z_-]{1,64}")) {
      Path meta = path.resolveSibling(id).resolve(META);
      try {
        return new TrackedRun.Parent(id, time(Yaml.mapping(meta), "start_time"));
      } catch (UnreadableSourceException e) {
        run.problems.add("its parent run %s is not here".formatted(id));
        return null;
      }
    }
    run.problems.add("its parent run '%s' is no id".formatted(id));
    return null;
  }

  private static String text(Map<String, Object> meta, String key, String older) {
    Object value = meta.getOrDefault(key, meta.get(older));
    if (value == null || value.toString().isBlank()) {
      throw new UnreadableSourceException("%s has no %s".formatted(META, key));
    }
    return value.toString();
  }

  private static Instant time(Map<String, Object> meta, String key) {
    if (meta.get(key) instanceof Number number) {
      return Times.ofMilliseconds(number.longValue(), key);
    }
    throw new UnreadableSourceException("%s has no %s".formatted(META, key));
  }
}
