package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.core.DatasetGraph;

/** What holds for the files of the public suite in any syntax. */
final class ProvSuite {

  private ProvSuite() {}

  /**
   * Holds if every file says the same as the RDF of its case, and still does when it is read and
   * written again.
   *
   * @param exceptions the names of files that are not what their case says
   */
  static void assertReadAndWritten(Syntax syntax, String extension, Set<String> exceptions)
      throws IOException {
    List<Path> files = Corpus.files("prov-suite", extension);
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      DocumentSource source = DocumentSource.of(file);
      DatasetGraph read = Documents.dataset(source, syntax);
      boolean right = !exceptions.contains(file.getFileName().toString());
      assertThat(Documents.same(read, expected(file))).as("%s", file).isEqualTo(right);
      byte[] written = Documents.written(source, syntax, syntax);
      DatasetGraph again = Documents.dataset(Documents.source(written), syntax);
      assertThat(Documents.same(again, read)).as("%s, written again", file).isTrue();
    }
  }

  private static DatasetGraph expected(Path file) throws IOException {
    String name = file.getFileName().toString();
    String base = name.substring(0, name.lastIndexOf('.') + 1);
    Path trig = file.resolveSibling(base + "trig");
    return Files.exists(trig)
        ? Documents.dataset(DocumentSource.of(trig), Syntax.TRIG)
        : Documents.dataset(DocumentSource.of(file.resolveSibling(base + "ttl")), Syntax.TURTLE);
  }
}
