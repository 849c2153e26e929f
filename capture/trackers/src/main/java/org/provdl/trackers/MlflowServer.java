package org.provdl.trackers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The runs of an MLflow server, over its REST API. Files are not fetched: where they are is told.
 *
 * @see <a href="https://mlflow.org/docs/latest/api_reference/rest-api.html">MLflow REST API</a>
 */
public final class MlflowServer implements TrackedRuns {

  /** The default time in seconds that an answer may take: {@value}. */
  public static final long DEFAULT_TIMEOUT_SECONDS = 60;

  private static final String API = "/api/2.0/mlflow/";
  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 10_000;
  private static final long FURTHEST_STEP = 1L << 50;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final BoundedHttp http;
  private final String address;

  private MlflowServer(URI address, Duration timeout, @Nullable String authorization) {
    this.address = address.toString().replaceFirst("/+$", "");
    http = new BoundedHttp(URI.create(this.address), timeout, authorization);
  }

  /**
   * The runs of a server that asks for no credentials.
   *
   * @param address such as {@code http://127.0.0.1:5000}
   * @return the runs, which are read when they are asked for
   * @throws IllegalArgumentException if it is no address of a server
   */
  public static MlflowServer at(URI address) {
    return at(address, Duration.ofSeconds(DEFAULT_TIMEOUT_SECONDS), null);
  }

  /**
   * The runs of a server.
   *
   * @param address such as {@code https://mlflow.example.org}
   * @param timeout how long an answer may take, to its last byte
   * @param authorization the value of the header {@code Authorization}; null for none
   * @return the runs, which are read when they are asked for
   * @throws IllegalArgumentException if it is no address of a server
   */
  public static MlflowServer at(URI address, Duration timeout, @Nullable String authorization) {
    String scheme = address.getScheme();
    boolean isHttp = scheme != null && scheme.toLowerCase(Locale.ROOT).matches("https?");
    if (!isHttp || address.getHost() == null || address.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "'%s' is not the address of an MLflow server. Write one such as http://127.0.0.1:5000."
              .formatted(address));
    }
    return new MlflowServer(address, timeout, authorization);
  }

  @Override
  public void read(Reader reader) {
    Map<String, String> experiments = new TreeMap<>();
    ObjectNode search = NODES.objectNode().put("max_results", PAGE);
    pages(
        "experiments/search",
        search,
        answer ->
            answer
                .path("experiments")
                .forEach(
                    experiment ->
                        experiments.put(
                            experiment.path("experiment_id").asText(),
                            experiment.path("name").asText())));
    experiments.forEach((id, name) -> readExperiment(id, name, reader));
  }

  private void readExperiment(String id, String name, Reader reader) {
    Map<String, JsonNode> runs = new TreeMap<>();
    ObjectNode search = NODES.objectNode().put("max_results", PAGE);
    search.putArray("experiment_ids").add(id);
    pages(
        "runs/search",
        search,
        answer ->
            answer
                .path("runs")
                .forEach(run -> runs.put(run.path("info").path("run_id").asText(), run)));
    Map<String, Instant> starts = new HashMap<>();
    runs.forEach((runId, run) -> starts.put(runId, startOrEpoch(run)));
    runs.forEach(
        (runId, run) -> {
          try {
            reader.run(run(runId, name, run, starts));
          } catch (UnreadableSourceException e) {
            reader.problem("%s, run %s: %s".formatted(address, runId, e.getMessage()));
          }
        });
  }

  private static Instant startOrEpoch(JsonNode run) {
    try {
      return time(run.path("info"), "start_time");
    } catch (UnreadableSourceException e) {
      return Instant.EPOCH; // the run itself is the problem
    }
  }

  private TrackedRun run(String id, String experiment, JsonNode json, Map<String, Instant> starts) {
    JsonNode info = json.path("info");
    JsonNode data = json.path("data");
    Instant started = time(info, "start_time");
    StringBuilder text = new StringBuilder(json.toString());
    Map<String, Points> metrics = new TreeMap<>();
    data.path("metrics")
        .forEach(
            metric -> {
              String key = metric.path("key").asText();
              metrics.put(key, history(id, key, text));
            });
    String location =
        "%s/#/experiments/%s/runs/%s".formatted(address, info.path("experiment_id").asText(), id);
    TrackedRun run =
        new TrackedRun(
            MlflowWords.TRACKER,
            id,
            started,
            RecordHash.of("run " + id, location, text.toString()));
    run.experiment = experiment;
    run.name = info.path("run_name").asText(id);
    run.user = info.path("user_id").isTextual() ? info.path("user_id").asText() : null;
    run.status = MlflowWords.status(info.path("status").asText());
    run.ended = info.path("end_time").asLong() > 0 ? time(info, "end_time") : null;
    each(data.path("tags"), run::tag);
    each(data.path("params"), run::parameter);
    metrics.forEach(
        (key, points) -> {
          if (points.size() > 0) {
            run.metrics.put(new TrackedRun.MetricName(key, null), points);
          }
          if (points.leftOut() > 0) {
            run.problems.add(
                "metrics %s: %,d values beyond the first %,d are left out"
                    .formatted(key, points.leftOut(), Points.MOST));
          }
        });
    MlflowWords.understand(run);
    parent(run, starts);
    json.path("inputs").path("dataset_inputs").forEach(input -> data(input, run));
    if (info.path("artifact_uri").isTextual()) {
      run.tag("mlflow.artifactUri", info.path("artifact_uri").asText());
    }
    return run;
  }

  private static void parent(TrackedRun run, Map<String, Instant> starts) {
    String parent = run.tags.get(MlflowWords.PARENT);
    Instant started = parent == null ? null : starts.get(parent);
    if (parent != null && started != null) {
      run.parent = new TrackedRun.Parent(parent, started);
    } else if (parent != null) {
      run.problems.add("its parent run '%s' is not here".formatted(parent));
    }
  }

  private static void data(JsonNode input, TrackedRun run) {
    Map<String, Object> dataset = new TreeMap<>();
    input
        .path("dataset")
        .properties()
        .forEach(field -> dataset.put(field.getKey(), field.getValue().asText()));
    String[] context = new String[1];
    each(
        input.path("tags"),
        (key, value) -> context[0] = key.equals(MlflowWords.CONTEXT) ? value : context[0]);
    MlflowData.add(dataset, context[0], run);
  }

  private Points history(String run, String metric, StringBuilder text) {
    Points points = new Points();
    Set<String> tokens = new HashSet<>();
    String token = "";
    do {
      Map<String, String> parameters =
          new TreeMap<>(Map.of("run_id", run, "metric_key", metric, "max_results", "25000"));
      if (!token.isEmpty()) {
        parameters.put("page_token", token);
      }
      JsonNode answer = http.get(API + "metrics/get-history", parameters);
      answer.path("metrics").forEach(value -> add(value, points));
      text.append('\n').append(answer.path("metrics"));
      token = next(answer, tokens);
    } while (!token.isEmpty() && points.leftOut() == 0);
    return points;
  }

  private static void add(JsonNode value, Points points) {
    long step = value.path("step").asLong();
    if (Math.abs(step) > FURTHEST_STEP) {
      throw new UnreadableSourceException("the step %d is too far".formatted(step));
    }
    JsonNode number = value.path("value");
    try {
      points.add(
          step,
          number.isNumber() ? number.asDouble() : TypedText.real(number.asText()),
          MlflowWords.time(value.path("timestamp").asLong()).toEpochMilli());
    } catch (NumberFormatException e) {
      throw new UnreadableSourceException("a value of a metric is no number: " + number, e);
    }
  }

  private interface Page {
    void read(JsonNode answer);
  }

  private void pages(String path, ObjectNode request, Page page) {
    Set<String> tokens = new HashSet<>();
    String token = "";
    do {
      if (!token.isEmpty()) {
        request.put("page_token", token);
      }
      JsonNode answer = http.post(API + path, request);
      page.read(answer);
      token = next(answer, tokens);
    } while (!token.isEmpty());
  }

  /** The token of the next page; empty where there is none. One that comes again leads nowhere. */
  private String next(JsonNode answer, Set<String> tokens) {
    String token = answer.path("next_page_token").asText("");
    if (!token.isEmpty() && (!tokens.add(token) || tokens.size() > MOST_PAGES)) {
      throw new UnreadableSourceException(address + " gives pages without end");
    }
    return token;
  }

  private interface Entry {
    void add(String key, String value);
  }

  private static void each(JsonNode entries, Entry adding) {
    entries.forEach(entry -> adding.add(entry.path("key").asText(), entry.path("value").asText()));
  }

  private static Instant time(JsonNode info, String key) {
    long milliseconds = info.path(key).asLong();
    if (milliseconds == 0) {
      throw new UnreadableSourceException("it has no " + key);
    }
    return Times.ofMilliseconds(milliseconds, key);
  }
}
