package org.provdl.trackers;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Artifact;
import org.provdl.capture.RunStatus;
import org.provdl.capture.Split;
import org.provdl.trackers.TrackedRun.Data;
import org.provdl.trackers.TrackedRun.Output;

/**
 * The runs that yProv4ML has recorded as PROV-JSON: a document for each, with the values of metrics
 * in files beside it. Those in CSV are read; those in NetCDF and Zarr are not, and that is said.
 *
 * @see <a href="https://github.com/HPCI-Lab/yProv4ML">yProv4ML</a>
 */
public final class Yprov4mlDocument implements TrackedRuns {

  private static final String TRACKER = "yProv4ML";
  private static final int MOST_BYTES = 64 << 20;
  private static final int LONGEST_LINE = 10_000;
  private static final long FURTHEST_STEP = 1L << 50;
  private static final String ORIGINAL = "Original_";
  private static final Pattern NAME = Pattern.compile("(.+)_GR\\w+_\\d+");
  private static final Pattern COMMIT = Pattern.compile("(.*)/([0-9a-f]{40})");

  private final Path source;

  private Yprov4mlDocument(Path source) {
    this.source = source;
  }

  /**
   * The run in a document, or those of all documents in a folder.
   *
   * @param source a file of PROV-JSON, or a folder
   * @return the runs, which are read when they are asked for
   */
  public static Yprov4mlDocument of(Path source) {
    return new Yprov4mlDocument(source);
  }

  @Override
  public void read(Reader reader) {
    if (!BoundedFiles.isFolder(source)) {
      reader.run(run(source, document(source)));
      return;
    }
    boolean any = false;
    for (Path file : BoundedFiles.files(source)) {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
        try {
          JsonNode document = document(file);
          if (document.has("activity")) { // others describe layers
            any = true;
            reader.run(run(file, document));
          }
        } catch (UnreadableSourceException e) {
          any = true;
          reader.problem("%s: %s".formatted(file, e.getMessage()));
        }
      }
    }
    if (!any) {
      throw new UnreadableSourceException("%s has no document of yProv4ML".formatted(source));
    }
  }

  private static JsonNode document(Path file) {
    return Json.object(BoundedFiles.bytes(file, MOST_BYTES), file.toString());
  }

  private static TrackedRun run(Path file, JsonNode document) {
    Map<String, Map<String, String>> activities = ProvJson.elements(document, "activity");
    Map.Entry<String, Map<String, String>> root =
        activities.entrySet().stream()
            .filter(activity -> value(activity.getValue(), "run_id") != null)
            .findFirst()
            .orElseThrow(
                () ->
                    new UnreadableSourceException(
                        "%s is not of yProv4ML: no activity has a run_id".formatted(file)));
    Map<String, String> facts = root.getValue();
    Instant started = ProvJson.time(value(facts, "startedAtTime"));
    if (started == null) {
      throw new UnreadableSourceException("%s says no time at which it started".formatted(file));
    }
    String name = localName(root.getKey());
    String unique = value(facts, "PID");
    String id = name + "/" + (unique == null ? value(facts, "run_id") : unique);
    TrackedRun run = new TrackedRun(TRACKER, id, started, RecordHash.file(file));
    run.name = name;
    Matcher experiment = NAME.matcher(name);
    run.experiment = experiment.matches() ? experiment.group(1) : name;
    ProvJson.elements(document, "agent").keySet().stream()
        .findFirst()
        .ifPresent(agent -> run.user = localName(agent));
    run.ended = ProvJson.time(value(facts, "endedAtTime"));
    run.status = run.ended == null ? null : RunStatus.COMPLETED;
    facts.forEach(
        (key, fact) -> {
          if (!key.endsWith("startedAtTime") && !key.endsWith("endedAtTime")) {
            run.tag(key, fact);
          }
        });
    Map<String, Map<String, String>> entities = ProvJson.elements(document, "entity");
    entities.keySet().removeIf(entity -> entities.containsKey(withoutOriginal(entity)));
    entities.forEach((entity, said) -> read(entity, said, file, run));
    return run;
  }

  /** Of a file that was copied there is another entity, which says where the copy is. */
  private static String withoutOriginal(String entity) {
    return entity.startsWith(ORIGINAL) ? entity.substring(ORIGINAL.length()) : "";
  }

  private static void read(String id, Map<String, String> facts, Path file, TrackedRun run) {
    String type = localName(Objects.requireNonNullElse(value(facts, "type"), ""));
    String label = Objects.requireNonNullElse(value(facts, "label"), localName(id));
    String place = value(facts, "identifier");
    if (type.equals("HyperParameter") || type.equals("Parameter")) {
      parameter(label, Objects.requireNonNullElse(value(facts, "value"), ""), run);
    } else if (type.equals("Metric")) {
      metric(label, facts, place, file, run);
    } else if (place == null && value(facts, "value") != null) {
      run.tag(label, Objects.requireNonNull(value(facts, "value")));
    } else if ("input".equals(value(facts, "role"))) {
      input(label, facts, place, file, run);
    } else {
      Path found = place == null ? null : find(place, file);
      if (found != null) {
        run.outputs.add(new Output(hash(found), type.equals("Model")));
      } else {
        run.problems.add("the file of %s is not here: %s".formatted(label, place));
        run.tag("file " + label, String.valueOf(place));
      }
    }
  }

  private static void parameter(String label, String value, TrackedRun run) {
    Matcher commit = COMMIT.matcher(value);
    if (label.equals("source_code") && commit.matches()) {
      run.code = new TrackedRun.Code(commit.group(2), null, commit.group(1));
    } else {
      run.parameter(label, value);
    }
  }

  private static void input(
      String label, Map<String, String> facts, @Nullable String place, Path file, TrackedRun run) {
    Path found = place == null || place.isBlank() ? null : find(place, file);
    if (place != null && place.matches(".*(\\.py|requirements\\.txt)")) { // of the program, no data
      run.tag("input " + label, place);
      return;
    }
    String full = Objects.requireNonNullElse(value(facts, "fullLabel"), label);
    String[] names = full.split("//", -1);
    Split split = Naming.splitOf(names[names.length - 1].replaceFirst(".*\\.", ""));
    run.data.add(
        new Data(
            split,
            found == null ? null : hash(found),
            place == null || place.isBlank() ? label : place,
            null));
    facts.forEach(
        (key, fact) -> {
          if (key.contains("_stat_")) {
            run.tag(localName(key), fact);
          }
        });
  }

  private static void metric(
      String label, Map<String, String> facts, @Nullable String place, Path file, TrackedRun run) {
    String context = Objects.requireNonNullElse(value(facts, "context"), "");
    Split split = Naming.splitOf(context.replaceFirst(".*\\.", ""));
    String[] names = label.split("//", -1);
    String name = names.length > 2 ? names[1] : names[0];
    Path found = place == null ? null : find(place, file);
    if (found == null) {
      run.problems.add("the values of the metric %s are not here: %s".formatted(name, place));
    } else if (found.toString().endsWith(".csv")) {
      values(found, name, split, run);
    } else {
      run.problems.add(
          "the values of the metric %s are in %s, and only those in CSV are read"
              .formatted(name, found.getFileName()));
      run.outputs.add(new Output(hash(found), false));
    }
  }

  /** A line of names, then lines of epoch, value and time. */
  private static void values(Path found, String name, @Nullable Split split, TrackedRun run) {
    Points points = run.metric(name, split);
    long start = run.started.toEpochMilli();
    BoundedFiles.lines(
        found,
        LONGEST_LINE,
        (line, number) -> {
          String[] cells = line.split("[,;\t]", -1);
          if (number > 1 && !line.isBlank()) {
            try {
              long step = Long.parseLong(cells[0].strip());
              double value = TypedText.real(cells[1].strip());
              long time =
                  cells.length > 2 && TypedText.isReal(cells[2].strip())
                      ? (long) TypedText.real(cells[2].strip())
                      : 0;
              if (Math.abs(step) > FURTHEST_STEP) {
                throw new NumberFormatException("too far");
              }
              points.add(step, value, time == 0 ? start : MlflowWords.time(time).toEpochMilli());
            } catch (NumberFormatException
                | ArrayIndexOutOfBoundsException
                | UnreadableSourceException e) {
              run.problems.add(
                  "metric %s, line %d: no 'epoch,value,time' but '%s'"
                      .formatted(name, number, line.substring(0, Math.min(line.length(), 60))));
            }
          }
        });
    if (points.size() == 0) {
      run.metrics.remove(new TrackedRun.MetricName(name, split));
    }
  }

  private static Artifact hash(Path path) {
    return BoundedFiles.isFolder(path)
        ? RecordHash.of(path, BoundedFiles.files(path))
        : RecordHash.file(path);
  }

  /**
   * A file that a document names from the folder that its program ran in. It is looked for in the
   * document's own folder, by as much of the name as is there; nowhere else.
   */
  private static @Nullable Path find(String place, Path document) {
    Path folder = Objects.requireNonNull(document.toAbsolutePath().getParent());
    List<String> names = List.of(place.replace('\\', '/').split("/", -1));
    if (names.contains("..") || place.indexOf(0) >= 0) {
      return null;
    }
    for (int first = 0; first < names.size(); first++) {
      Path candidate = folder;
      boolean inside = true;
      for (String name : names.subList(first, names.size())) {
        if (!name.isEmpty() && !name.equals(".")) {
          candidate = candidate.resolve(name);
          inside &= BoundedFiles.isFile(candidate) || BoundedFiles.isFolder(candidate);
        }
      }
      if (inside && !candidate.equals(folder)) {
        return candidate;
      }
    }
    return null;
  }

  private static @Nullable String value(Map<String, String> facts, String name) {
    return facts.entrySet().stream()
        .filter(fact -> localName(fact.getKey()).equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static String localName(String qualified) {
    return qualified.substring(qualified.indexOf(':') + 1);
  }
}
