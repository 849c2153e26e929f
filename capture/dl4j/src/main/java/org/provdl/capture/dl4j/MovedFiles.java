package org.provdl.capture.dl4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Artifact;
import org.provdl.capture.Check;

/** Files that somebody has named, to be found by their content. */
final class MovedFiles {

  private final Map<String, Path> byHash = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

  /**
   * Reads them to their ends.
   *
   * @throws UncheckedIOException if one cannot be read
   */
  MovedFiles(List<Path> files) {
    for (Path file : files) {
      try {
        byHash.put(Artifact.of(file).sha256(), file);
      } catch (IOException e) {
        throw new UncheckedIOException("%s cannot be read: %s".formatted(file, e), e);
      }
    }
  }

  /** The file of that content; null where nobody has named it. */
  @Nullable Path find(String sha256) {
    Path file = byHash.get(sha256);
    if (file != null) {
      used.add(sha256);
    }
    return file;
  }

  /** Says that a file is none that the run has read, where that is so. */
  Optional<Check> unused() {
    return byHash.entrySet().stream()
        .filter(file -> !used.contains(file.getKey()))
        .findFirst()
        .map(
            file ->
                Check.impossible(
                    file.getValue().toString(),
                    "Its content is none that the run has read: SHA-256 " + file.getKey()));
  }
}
