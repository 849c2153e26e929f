package org.provdl.interchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The public test cases of other tools, which are not a part of the project. */
final class Corpus {

  private Corpus() {}

  /**
   * Every file of a part of the corpora with one of the extensions; the test is skipped without.
   */
  static List<Path> files(String part, String... extensions) throws IOException {
    Path folder = folder().map(corpora -> corpora.resolve(part)).orElse(null);
    Assumptions.assumeTrue(
        folder != null && Files.isDirectory(folder),
        "shared/conformance/" + part + " is not there: name its folder by -Dconformance=DIR");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(extensions).anyMatch(e -> file.toString().endsWith("." + e)))
          .sorted()
          .toList();
    }
  }

  private static Optional<Path> folder() {
    String named = System.getProperty("conformance");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path corpora = at.resolve("shared/conformance");
      if (Files.isDirectory(corpora)) {
        return Optional.of(corpora);
      }
    }
    return Optional.empty();
  }
}
