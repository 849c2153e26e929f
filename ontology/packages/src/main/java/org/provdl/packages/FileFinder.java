package org.provdl.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds files by what they hold: among those that were given, then where the run found them. The
 * place that a store tells is not trusted: what is there is only taken when it has the recorded
 * size and SHA-256.
 */
final class FileFinder {

  /** How many files are looked at in all folders that were given. */
  private static final int MOST_FILES = 100_000;

  private final List<Path> given = new ArrayList<>();
  private final Map<Path, Optional<String>> digests = new HashMap<>();

  /**
   * Looks what there is.
   *
   * @param data files, and folders that are looked through
   * @throws IllegalArgumentException if one of them is not there
   */
  FileFinder(List<Path> data) {
    for (Path path : data) {
      if (!Files.exists(path)) {
        throw new IllegalArgumentException("There is no %s".formatted(path));
      }
      try (Stream<Path> files = Files.walk(path)) {
        files.filter(Files::isRegularFile).limit(MOST_FILES + 1L).forEach(given::add);
      } catch (IOException | UncheckedIOException e) {
        throw new PackageException("%s cannot be read: %s".formatted(path, e.getMessage()), e);
      }
      if (given.size() > MOST_FILES) {
        throw new IllegalArgumentException(
            "There are more than %,d files in %s; name those that are wanted"
                .formatted(MOST_FILES, path));
      }
    }
  }

  /**
   * Where a file is, or why it is not there.
   *
   * @param file with the recorded content; null where there is none
   * @param remark why there is none; empty where there is one
   */
  record Found(@Nullable Path file, String remark) {}

  Found find(ArtifactRecord artifact) {
    List<String> remarks = new ArrayList<>();
    for (Path candidate : candidates(artifact)) {
      if (isIt(candidate, artifact)) {
        return new Found(candidate, "");
      }
      if (isCalled(candidate, artifact)) {
        remarks.add("%s holds something else than what was recorded".formatted(candidate));
      }
    }
    for (String location : artifact.locations()) {
      Path place = place(location);
      if (place != null && Files.isRegularFile(place)) {
        if (isIt(place, artifact)) {
          return new Found(place, "");
        }
        remarks.add("%s has changed since it was recorded".formatted(location));
      } else if (place != null && Files.isDirectory(place)) {
        remarks.add("%s is a folder, which is not packed".formatted(location));
      } else {
        remarks.add("not found at %s".formatted(location));
      }
    }
    return new Found(
        null, remarks.isEmpty() ? "nobody recorded where it was" : String.join("; ", remarks));
  }

  private List<Path> candidates(ArtifactRecord artifact) {
    return given.stream()
        .filter(file -> isCalled(file, artifact) || hasSize(file, artifact.size()))
        .toList();
  }

  private static boolean isCalled(Path file, ArtifactRecord artifact) {
    return artifact.name().equals(String.valueOf(file.getFileName()));
  }

  private boolean isIt(Path file, ArtifactRecord artifact) {
    return (artifact.size() == null || hasSize(file, artifact.size()))
        && digests
            .computeIfAbsent(file, FileFinder::digest)
            .filter(artifact.sha256()::equals)
            .isPresent();
  }

  private static boolean hasSize(Path file, @Nullable Long size) {
    try {
      return size != null && Files.size(file) == size;
    } catch (IOException gone) {
      return false;
    }
  }

  private static Optional<String> digest(Path file) {
    try {
      return Optional.of(Digests.of(file));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Not a place on another machine, which a look at it would tell of us. */
  private static @Nullable Path place(String location) {
    try {
      return location.matches("(?s)[/\\\\]{2}.*") ? null : Path.of(location);
    } catch (InvalidPathException noPath) {
      return null;
    }
  }
}
