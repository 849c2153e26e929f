package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.vocabulary.Ontology;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

class CatalogueTest {
  private static final Path QUERIES = Path.of("queries");

  @Test
  void everyFileOfTheFolderIsInTheCatalogue() throws IOException {
    try (Stream<Path> files = Files.walk(QUERIES)) {
      assertThat(Catalogue.standard().queries())
          .isNotEmpty()
          .extracting(CannedQuery::path)
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> QUERIES.relativize(file).toString().replace(File.separatorChar, '/'))
                  .filter(file -> !file.startsWith("patterns/"))
                  .toList());
    }
  }

  @Test
  void theQueriesUseTermsOfTheOntologiesOnly() {
    Model ontologies = Ontology.withImports();
    Pattern term = Pattern.compile("\\b(prov|provdl):(\\w+)");
    for (Map.Entry<String, String> file : QueryFiles.standard().entrySet()) {
      assertThat(term.matcher(file.getValue()).results())
          .as(file.getKey())
          .satisfiesAnyOf(
              terms -> assertThat(terms).isNotEmpty(),
              terms -> assertThat(file.getValue()).contains("#include "))
          .allSatisfy(
              name -> {
                String namespace = name.group(1).equals("prov") ? PROV.NS : PROVDL.NS;
                Resource resource = ontologies.createResource(namespace + name.group(2));
                assertThat(ontologies.contains(resource, RDF.type)).as(name.group()).isTrue();
              });
    }
  }

  @Test
  void aFolderOfTheUserIsRead() {
    assertThat(Catalogue.of(QUERIES).query("list-runs").title()).isEqualTo("List runs");
  }

  @Test
  void theQueriesAreFoundInAJar(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a jar.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry("catalogue/"));
      jar.putNextEntry(new JarEntry("catalogue/runs/list-runs.rq"));
      Files.copy(QUERIES.resolve("runs/list-runs.rq"), jar);
      jar.putNextEntry(new JarEntry("catalogue/notes.txt"));
      jar.putNextEntry(new JarEntry("elsewhere/other.rq"));
    }
    URL catalogue = URI.create("jar:" + file.toUri() + "!/catalogue").toURL();
    assertThat(QueryFiles.at(catalogue))
        .containsOnlyKeys("runs/list-runs")
        .containsEntry("runs/list-runs", Files.readString(QUERIES.resolve("runs/list-runs.rq")));
  }

  @Test
  void aFolderWithoutQueriesIsRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> Catalogue.of(folder))
        .isInstanceOf(QueryFileException.class)
        .hasMessage("There is no .rq file in " + folder);
  }

  @Test
  void aFolderThatIsNotThereIsRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> Catalogue.of(folder.resolve("gone")))
        .isInstanceOf(QueryFileException.class)
        .hasMessageContaining("gone cannot be read");
  }

  @Test
  void aFileThatIsNotTextIsRefusedByName(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("binary.rq"), new byte[] {(byte) 0xC3, (byte) 0x28});
    assertThatThrownBy(() -> Catalogue.of(folder))
        .isInstanceOf(QueryFileException.class)
        .hasMessageContaining("binary.rq cannot be read as UTF-8 text");
  }

  @Test
  void anUnknownNameListsTheNearest() {
    assertThatThrownBy(() -> Catalogue.standard().query("best-run\n"))
        .isInstanceOf(UnknownQueryException.class)
        .hasMessageStartingWith("There is no query 'best-run '; the nearest names are best-runs, ");
  }

  @Test
  void runIdsAreResolvedAgainstTheBase() {
    CannedQuery query =
        Catalogue.standard().withBase("https://lab.example/runs/").query("hyperparameters");
    assertThat(query.with("run", "A1").toQuery().toString())
        .contains("<https://lab.example/runs/run/A1>");
  }

  @Test
  void aBaseThatIsNoAbsoluteIriWithASlashIsRefused() {
    for (String base : List.of("https://lab.example/runs", "runs/", "https://lab .example/", "")) {
      assertThatThrownBy(() -> Catalogue.standard().withBase(base))
          .as(base)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("The base must be an absolute IRI that ends in a slash");
    }
  }
}
