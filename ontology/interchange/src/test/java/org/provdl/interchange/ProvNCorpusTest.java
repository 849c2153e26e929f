package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;

/** PROV-N as other tools wrote it. */
class ProvNCorpusTest {

  /**
   * The source by hand of the case, with times without a zone; where other tools read it, they put
   * in their own. The offset of its timezone is a property of a value of {@code xsd:dateTime}, and
   * may be absent (XML Schema 1.1 Part 2, section 3.3.7), so these are other times.
   */
  private static final Set<String> OTHER_DOCUMENTS = Set.of("primer.pn");

  @Test
  void everyCaseHoldsWhatItsRdfHolds() throws Exception {
    List<Path> different = new ArrayList<>();
    List<Path> files = Corpus.files("prov-suite", "provn", "pn", "prov-asn");
    for (Path file : files) {
      Losses losses = new Losses();
      DatasetGraph read = document(file).dataset(losses);
      Path trig = sibling(file, "trig");
      Path rdf = Files.exists(trig) ? trig : sibling(file, "ttl");
      if (!IsoMatcher.isomorphic(read, document(rdf).dataset(losses))
          && !OTHER_DOCUMENTS.contains(file.getFileName().toString())) {
        different.add(file);
      }
    }
    assertThat(files).isNotEmpty();
    assertThat(different).isEmpty();
  }

  @Test
  void everyCaseComesBackFromProvNAndProvJsonLd() throws Exception {
    List<String> different = new ArrayList<>();
    for (Path file : Corpus.files("", "provn", "pn", "prov-asn")) {
      Said said = new Said();
      document(file).read(new Losses(), said);
      for (Syntax syntax : List.of(Syntax.PROV_N, Syntax.PROV_JSON_LD)) {
        Losses losses = new Losses();
        String text = said.written(syntax, losses);
        Said back = Said.read(syntax, text, new Losses());
        if (!IsoMatcher.isomorphic(dataset(said), dataset(back)) && !isReported(said, syntax)) {
          different.add(syntax + " " + file);
        }
      }
    }
    assertThat(different).isEmpty();
  }

  /** Whether it holds statements of the notes, for which PROV-JSONLD has no words. */
  private static boolean isReported(Said said, Syntax syntax) {
    return syntax == Syntax.PROV_JSON_LD
        && said.statements.stream()
            .map(in -> in.statement().kind())
            .anyMatch(kind -> kind.isOfDictionaries() || kind == StatementKind.MENTION);
  }

  private static DatasetGraph dataset(Said said) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    said.to(new StatementsToRdf(StreamRDFLib.dataset(dataset), new Losses()));
    return dataset;
  }

  private static Path sibling(Path file, String extension) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.') + 1) + extension);
  }

  private static Document document(Path file) {
    return new Document(DocumentSource.of(file), Syntax.of(file).orElseThrow());
  }
}
