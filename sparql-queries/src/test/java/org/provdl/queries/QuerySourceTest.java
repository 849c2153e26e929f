package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own folder of queries: themes, shared patterns, names. */
class QuerySourceTest {
  private static final String LABELLED =
      """
      #+ title: Labelled
      #+ question: What has a label?
      #+ columns:
      #+   thing: the thing
      SELECT ?thing
      WHERE {
        GRAPH ?run {
          #include label
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void aPatternStandsWhereItIsIncluded() throws IOException {
    write("patterns/label.rq", "# $1 what it is called\n?thing ?label\n  \"\\\\x\" .\n");
    write("mine/labelled.rq", LABELLED);
    CannedQuery query = Catalogue.of(folder).query("labelled");
    assertThat(query.theme()).isEqualTo("mine");
    assertThat(query.text())
        .contains("    # $1 what it is called\n    ?thing ?label\n      \"\\\\x\" .\n  }\n");
  }

  @Test
  void aPatternMayIncludeAnotherButNotItself() throws IOException {
    write("patterns/label.rq", "{\n  #include inner\n}\n");
    write("patterns/inner.rq", "?thing ?label\n  ?name\n");
    write("mine/labelled.rq", LABELLED);
    assertThat(Catalogue.of(folder).query("labelled").text())
        .contains("    {\n      ?thing ?label\n        ?name\n    }\n");
    write("patterns/inner.rq", "#include label\n");
    assertThatThrownBy(() -> Catalogue.of(folder))
        .isInstanceOf(QueryFileException.class)
        .hasMessageContaining("includes itself, or others too deeply");
  }

  @Test
  void aPatternThatIsNotThereIsRefused() throws IOException {
    write("mine/labelled.rq", LABELLED);
    assertThatThrownBy(() -> Catalogue.of(folder))
        .isInstanceOf(QueryFileException.class)
        .hasMessageStartingWith("mine/labelled.rq: there is no pattern 'label' to include");
  }

  @Test
  void ownQueriesJoinTheOthers() throws IOException {
    write("labelled.rq", LABELLED.replace("#include label", "?thing ?p ?o"));
    Catalogue both = Catalogue.standard().plus(folder);
    assertThat(both.query("labelled").theme()).isEmpty();
    assertThat(both.query("list-runs").theme()).isEqualTo("runs");
    assertThat(both.queries()).hasSize(Catalogue.standard().queries().size() + 1);
    assertThat(both.query("labelled").on(SparqlEndpoint.local(Runs.training())).rows())
        .isNotEmpty();
  }

  @Test
  void twoQueriesOfOneNameAreRefused() throws IOException {
    write("mine/list-runs.rq", LABELLED.replace("#include label", "?thing ?p ?o"));
    assertThatThrownBy(() -> Catalogue.standard().plus(folder))
        .isInstanceOf(QueryFileException.class)
        .hasMessage(
            "There are two queries 'list-runs': runs/list-runs.rq and mine/list-runs.rq; rename one");
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
