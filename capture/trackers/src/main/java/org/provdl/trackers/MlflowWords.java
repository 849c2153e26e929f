package org.provdl.trackers;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Framework;
import org.provdl.capture.RunStatus;
import org.provdl.capture.Split;

/** What MLflow's states and tags mean, in its folders and over HTTP alike. */
final class MlflowWords {

  static final String TRACKER = "MLflow";
  static final String PARENT = "mlflow.parentRunId";
  static final String CONTEXT = "mlflow.data.context";

  private MlflowWords() {}

  /** Null while it runs, or waits to. */
  static @Nullable RunStatus status(String status) {
    return switch (status.toUpperCase(Locale.ROOT)) {
      case "1", "RUNNING", "2", "SCHEDULED" -> null;
      case "3", "FINISHED" -> RunStatus.COMPLETED;
      case "4", "FAILED" -> RunStatus.FAILED;
      case "5", "KILLED" -> RunStatus.INTERRUPTED;
      default ->
          throw new UnreadableSourceException("the status '%s' is unknown".formatted(status));
    };
  }

  /** What the tags say for which there is a better place; they stay tags too. */
  static void understand(TrackedRun run) {
    String name = run.tags.get("mlflow.runName");
    if (name != null && !name.isBlank()) {
      run.name = name;
    }
    String user = run.tags.get("mlflow.user");
    if (user != null && !user.isBlank()) {
      run.user = user;
    }
    String commit = run.tags.get("mlflow.source.git.commit");
    if (commit != null && commit.matches("[0-9a-fA-F]{7,64}")) {
      run.code =
          new TrackedRun.Code(
              commit.toLowerCase(Locale.ROOT),
              run.tags.get("mlflow.source.git.branch"),
              run.tags.get("mlflow.source.git.repoURL"));
    }
    String framework = run.tags.get("mlflow.autologging");
    if (framework != null && !framework.isBlank()) {
      run.framework = new Framework(framework, "unknown", null);
    }
  }

  /** The split of a context that data was logged with; null where it is none. */
  static @Nullable Split split(@Nullable String context) {
    return context == null ? null : Naming.splitOf(context);
  }

  /** The time of a value; older files have seconds. */
  static Instant time(long time) {
    long milliseconds = time < 100_000_000_000L ? time * 1000 : time;
    return Times.ofMilliseconds(milliseconds, "the time of a value");
  }
}
