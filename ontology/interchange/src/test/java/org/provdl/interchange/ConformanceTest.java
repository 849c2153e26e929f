package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each case of the public suite is one document in several syntaxes: all are read as the same
 * dataset, and each syntax says it whole.
 */
class ConformanceTest {

  @TempDir private static Path scratch;

  @TestFactory
  Stream<DynamicNode> eachCaseIsOneDatasetInEverySyntax() {
    return Corpus.list(Corpus.folder("prov-suite")).stream()
        .filter(Files::isDirectory)
        .map(folder -> dynamicContainer(folder.getFileName().toString(), tests(folder)));
  }

  private Stream<DynamicNode> tests(Path folder) {
    List<Path> files =
        Corpus.list(folder).stream().filter(file -> Syntax.of(file).isPresent()).toList();
    Optional<Path> standard =
        files.stream().filter(file -> file.toString().endsWith(".trig")).findFirst();
    if (standard.isEmpty()) {
      return Stream.empty();
    }
    List<DynamicNode> tests = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      tests.add(
          dynamicTest(name + " is the same dataset", () -> same(read(file), read(standard.get()))));
    }
    for (Syntax syntax : Syntax.values()) {
      tests.add(
          dynamicTest(
              syntax.label() + " says it whole",
              () -> saysWhole(read(standard.get()), standard.get(), syntax)));
    }
    return tests.stream();
  }

  private static DatasetGraph read(Path file) throws IOException {
    return new Document(DocumentSource.of(file), Syntax.of(file).orElseThrow())
        .dataset(new Losses());
  }

  private void saysWhole(DatasetGraph dataset, Path file, Syntax syntax) throws IOException {
    Losses losses = new Losses();
    Path written = scratch.resolve("written");
    try (OutputStream out = Files.newOutputStream(written)) {
      new Document(DocumentSource.of(file), Syntax.TRIG).read(losses, syntax.writer(out, losses));
    }
    if (losses.count() > 0) {
      // What a syntax cannot say, it must say so: only bundles, and only where it has none.
      assertThat(losses.reasons()).allMatch(reason -> reason.contains("no bundles"));
      return;
    }
    same(new Document(DocumentSource.of(written), syntax).dataset(losses), dataset);
    assertThat(losses.reasons()).isEmpty();
  }

  private static void same(DatasetGraph actual, DatasetGraph expected) {
    if (!IsoMatcher.isomorphic(actual, expected)) {
      assertThat(text(actual)).isEqualTo(text(expected));
      throw new AssertionError("not isomorphic:\n" + text(actual));
    }
  }

  private static String text(DatasetGraph dataset) {
    StringWriter text = new StringWriter();
    RDFDataMgr.write(text, dataset, Lang.NQUADS);
    String[] lines = text.toString().replaceAll("_:\\S+", "_:b").split("\n");
    Arrays.sort(lines);
    return String.join("\n", lines);
  }
}
