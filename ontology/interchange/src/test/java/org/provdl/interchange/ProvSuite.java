package org.provdl.interchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/**
 * The public corpus of documents, each in several syntaxes; it lies beside the project or nowhere.
 */
final class ProvSuite {

  private ProvSuite() {}

  /** {@return the files of an extension; the test is skipped where there is no corpus} */
  static List<Path> files(String extension) throws IOException {
    String named = System.getProperty("conformance");
    Path folder = named == null ? beside(Path.of("").toAbsolutePath()) : Path.of(named);
    Path suite = folder == null ? null : folder.resolve("prov-suite");
    assumeTrue(
        suite != null && Files.isDirectory(suite),
        "no corpus: neither shared/conformance beside the project, nor -Dconformance=DIR");
    try (Stream<Path> files = Files.walk(suite)) {
      return files.filter(file -> file.toString().endsWith("." + extension)).sorted().toList();
    }
  }

  private static @Nullable Path beside(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path corpus = folder.resolve("shared/conformance");
      if (Files.isDirectory(corpus)) {
        return corpus;
      }
    }
    return null;
  }

  /** {@return the same content in RDF, if the case has it} */
  static Optional<DatasetGraph> expected(Path file) throws IOException {
    String name = file.getFileName().toString();
    String base = name.substring(0, name.lastIndexOf('.'));
    for (Syntax syntax : List.of(Syntax.TRIG, Syntax.TURTLE)) {
      Path rdf = file.resolveSibling(base + "." + syntax.extensions().get(0));
      if (Files.exists(rdf)) {
        return Optional.of(Documents.dataset(DocumentSource.of(rdf), syntax));
      }
    }
    return Optional.empty();
  }
}
