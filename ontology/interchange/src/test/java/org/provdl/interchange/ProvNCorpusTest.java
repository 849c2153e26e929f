package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;

/** PROV-N as other tools wrote it. */
class ProvNCorpusTest {

  @Test
  void everyCaseHoldsWhatItsTurtleHolds() throws Exception {
    List<String> different = new ArrayList<>();
    for (Path file : Corpus.files("prov-suite", "provn", "pn")) {
      Path rdf = sibling(file, "trig");
      if (!Files.exists(rdf)) {
        rdf = sibling(file, "ttl");
      }
      if (Files.exists(rdf)) {
        try {
          DatasetGraph read = dataset(file);
          DatasetGraph expected = dataset(rdf);
          if (!IsoMatcher.isomorphic(read, expected)) {
            different.add(file.getFileName().toString());
            System.out.println("== " + file + "\n" + read + "\n" + expected);
          }
        } catch (InvalidDocumentException e) {
          different.add(file + " " + e);
        }
      } else {
        different.add("no rdf " + file);
      }
    }
    assertThat(different).isEmpty();
  }

  private static Path sibling(Path file, String extension) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.') + 1) + extension);
  }

  private static DatasetGraph dataset(Path file) throws Exception {
    return new Document(DocumentSource.of(file), Syntax.of(file).orElseThrow())
        .dataset(new Losses());
  }
}
