package org.provdl.trackers;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.provdl.trackers.TrackedRun.Output;

/**
 * The files that a run of MLflow logged, where they lie in the run's own folder or, as the models
 * of MLflow 3, in that of its experiment. Files elsewhere are not read.
 */
final class MlflowArtifacts {

  private static final String MODEL = "MLmodel";
  private static final int MOST_FILES = 10_000;

  private MlflowArtifacts() {}

  static void read(Path path, @Nullable Object location, TrackedRun run) {
    Path folder = path.resolve("artifacts");
    String place = String.valueOf(location);
    if (!BoundedFiles.isFolder(folder) && location != null && !isOwn(place, path)) {
      run.tag("mlflow.artifactUri", place);
      run.problems.add("its files are at %s, and are not read".formatted(place));
    }
    add(folder, run);
    Path experiment = Objects.requireNonNull(path.toAbsolutePath().getParent());
    for (Path output : BoundedFiles.folders(path.resolve("outputs"))) {
      Path model =
          experiment
              .resolve("models")
              .resolve(Objects.requireNonNull(output.getFileName()))
              .resolve("artifacts");
      if (BoundedFiles.isFile(model.resolve(MODEL))) {
        add(model, run);
      } else {
        run.tag("mlflow.model", String.valueOf(output.getFileName()));
      }
    }
  }

  /** Whether it is the folder beside the record; where that is not there, it was empty. */
  private static boolean isOwn(String place, Path path) {
    boolean local = place.startsWith("file:") || !place.contains("://");
    return local && place.endsWith("/" + path.getFileName() + "/artifacts");
  }

  /** A folder of a model is one thing; else each file is. */
  private static void add(Path folder, TrackedRun run) {
    try {
      if (BoundedFiles.isFile(folder.resolve(MODEL))) {
        run.outputs.add(new Output(RecordHash.of(folder, BoundedFiles.files(folder)), true));
        return;
      }
      for (Path inner : BoundedFiles.folders(folder)) {
        add(inner, run);
      }
      List<Path> files =
          BoundedFiles.files(folder).stream()
              .filter(file -> folder.equals(file.getParent()))
              .toList();
      for (Path file : files) {
        if (run.outputs.size() >= MOST_FILES) {
          run.problems.add("of its files, the first %,d are read".formatted(MOST_FILES));
          return;
        }
        run.outputs.add(new Output(RecordHash.file(file), false));
      }
    } catch (UnreadableSourceException e) {
      run.problems.add("files: " + e.getMessage());
    }
  }
}
