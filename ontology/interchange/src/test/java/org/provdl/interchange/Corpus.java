package org.provdl.interchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The public test corpora of PROV, beside the checkout or where the property {@code conformance}
 * says.
 */
final class Corpus {

  private Corpus() {}

  /** {@return the folder of a corpus; skips the test, and says so, where it is not there} */
  static Path folder(String name) {
    Path folder = Path.of(System.getProperty("conformance", "../../../shared/conformance"), name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () -> "SKIPPED: no corpus at " + folder + "; name its parent with -Dconformance=DIR");
    return folder;
  }

  /** {@return the files and folders of a folder, in the order of their names} */
  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
