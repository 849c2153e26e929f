package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.QueryFileException;

final class CatalogueOptionTest {

  @TempDir private Path directory;

  @Test
  void foldersOfTheCommandLineAndOfTheEnvironmentAreAdded() throws IOException {
    String first = folder("first-of-mine").toString();
    String second = folder("second-of-mine").toString();
    String third = folder("third-of-mine").toString();
    CatalogueOption option =
        CatalogueOption.of("query", "list-runs", "--queries", first, "--limit", "5");

    assertThat(option.catalogue(second + File.pathSeparator + third).queries())
        .extracting(CannedQuery::name)
        .contains("list-runs", "first-of-mine", "second-of-mine", "third-of-mine");
    assertThat(option.catalogue(first).queries())
        .extracting(CannedQuery::name)
        .contains("first-of-mine");
    assertThat(CatalogueOption.of("queries").catalogue("").queries())
        .hasSameSizeAs(CatalogueOption.of().catalogue(null).queries());
  }

  @Test
  void aFolderThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> CatalogueOption.of().catalogue(directory.resolve("none").toString()))
        .isInstanceOf(QueryFileException.class)
        .hasMessageContaining("none");
  }

  private Path folder(String query) throws IOException {
    Path folder = Files.createDirectory(directory.resolve("folder of " + query));
    Files.writeString(
        folder.resolve(query + ".rq"),
        """
        #+ title: Mine
        #+ question: What is mine?
        #+ columns:
        #+   run: the run
        SELECT ?run { GRAPH ?run { ?a a ?b } }
        """);
    return folder;
  }
}
