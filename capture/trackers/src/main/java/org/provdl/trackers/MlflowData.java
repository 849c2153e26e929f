package org.provdl.trackers;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.provdl.trackers.TrackedRun.Data;
import org.provdl.trackers.TrackedRun.Shape;

/**
 * The data sets that a run of MLflow logged. Where they were is told; they are not read, for
 * anybody may have written a path there.
 */
final class MlflowData {

  private static final List<String> PLACES =
      List.of("uri", "url", "path", "table_name", "delta_table_name", "sql");

  private MlflowData() {}

  /** Of a run in a folder. */
  static void read(Path path, TrackedRun run) {
    Path experiment = Objects.requireNonNull(path.toAbsolutePath().getParent());
    for (Path input : BoundedFiles.folders(path.resolve("inputs"))) {
      try {
        Map<String, Object> meta = Yaml.mapping(input.resolve("meta.yaml"));
        String id = String.valueOf(meta.get("source_id"));
        if (id.matches("[0-9a-f]{1,64}")) {
          Map<String, Object> dataset =
              Yaml.mapping(experiment.resolve("datasets").resolve(id).resolve("meta.yaml"));
          add(dataset, context(meta.get("tags")), run);
        } else {
          run.tag("mlflow.input." + input.getFileName(), id);
        }
      } catch (UnreadableSourceException e) {
        run.problems.add("data set: " + e.getMessage());
      }
    }
  }

  private static @Nullable String context(@Nullable Object tags) {
    return tags instanceof Map<?, ?> map && map.get(MlflowWords.CONTEXT) != null
        ? String.valueOf(map.get(MlflowWords.CONTEXT))
        : null;
  }

  /** A data set as MLflow describes it, with the context that it was logged with. */
  static void add(Map<String, Object> dataset, @Nullable String context, TrackedRun run) {
    String name = String.valueOf(dataset.getOrDefault("name", "dataset"));
    String location = location(dataset, name);
    run.data.add(new Data(MlflowWords.split(context), null, location, shape(dataset)));
    for (String fact : List.of("digest", "source_type", "schema", "profile")) {
      Object value = dataset.get(fact);
      if (value != null && !value.toString().isBlank()) {
        run.tag("mlflow.dataset.%s.%s".formatted(name, fact), value.toString());
      }
    }
    if (context != null && MlflowWords.split(context) == null) {
      run.tag("mlflow.dataset.%s.context".formatted(name), context);
    }
  }

  private static String location(Map<String, Object> dataset, String name) {
    JsonNode source = json(dataset.get("source"));
    if (source != null) {
      for (String place : PLACES) {
        if (source.path(place).isTextual()) {
          return source.path(place).asText();
        }
      }
    }
    return name;
  }

  private static @Nullable Shape shape(Map<String, Object> dataset) {
    JsonNode profile = json(dataset.get("profile"));
    if (profile == null) {
      return null;
    }
    JsonNode features = profile.path("features_shape");
    if (!features.isArray() || features.isEmpty()) {
      return null;
    }
    JsonNode labels = profile.path("targets_shape");
    return new Shape(
        features.get(0).asLong(),
        withoutFirst(features),
        labels.isArray() && !labels.isEmpty() ? withoutFirst(labels) : null);
  }

  private static String withoutFirst(JsonNode shape) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 1; i < shape.size(); i++) {
      text.append(i == 1 ? "" : ", ").append(shape.get(i).asLong());
    }
    return text.append(']').toString();
  }

  private static @Nullable JsonNode json(@Nullable Object text) {
    if (text == null) {
      return null;
    }
    try {
      return Json.object(text.toString().getBytes(StandardCharsets.UTF_8), "it");
    } catch (UnreadableSourceException e) {
      return null; // it stays as the text that it is
    }
  }
}
