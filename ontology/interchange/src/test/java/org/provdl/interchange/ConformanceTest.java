package org.provdl.interchange;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each case of the public suite is one document in several syntaxes: all are read as the same
 * dataset, and each syntax says it whole.
 */
class ConformanceTest {

  private static final Pattern KNOWN_LIMITS =
      Pattern.compile(
          "holds no bundles|PROV-N has no \\w+ without|is no IRI|the name of an element|PROV-JSONLD has no");

  /** After these, what is written is not all that was read. */
  private static final Pattern LEAVES_OUT =
      Pattern.compile("holds no bundles|is no IRI|the name of an element|PROV-JSONLD has no");

  /**
   * The files that say something else than the others of their case. PROV-DM section 5.5.2 says of
   * {@code alternateOf(e1, e2)}: "alternate1: an identifier (e1) of the first of the two entities;
   * alternate2: an identifier (e2) of the second of the two entities". PROV-JSON calls its keys so,
   * and this file has them turned round.
   */
  private static final Set<String> OTHER_CONTENT = Set.of("primer.json");

  @TempDir private static Path scratch;

  @TestFactory
  Stream<DynamicNode> eachCaseIsOneDatasetInEverySyntax() throws IOException {
    Map<Path, List<Path>> cases =
        Corpus.files("prov-suite", "ttl", "trig", "provn", "json", "provx").stream()
            .collect(groupingBy(Path::getParent, TreeMap::new, toList()));
    return cases.entrySet().stream()
        .map(
            files ->
                dynamicContainer(files.getKey().getFileName().toString(), tests(files.getValue())));
  }

  private Stream<DynamicNode> tests(List<Path> files) {
    Optional<Path> standard =
        files.stream().filter(file -> file.toString().endsWith(".trig")).findFirst();
    if (standard.isEmpty()) {
      return Stream.empty();
    }
    List<DynamicNode> tests = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (OTHER_CONTENT.contains(name)) {
        continue;
      }
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
    // What a syntax cannot say, it must say so: bundles, where it has none, and names that nothing
    // should have; where its grammar wants more than PROV-O, the statement is there all the same.
    assertThat(losses.reasons()).allMatch(reason -> KNOWN_LIMITS.matcher(reason).find());
    if (losses.reasons().stream().noneMatch(reason -> LEAVES_OUT.matcher(reason).find())) {
      same(
          new Document(DocumentSource.of(written), syntax).dataset(losses),
          byValue(dataset, syntax));
    }
  }

  /** RDF/XML has XML literals in canonical form. */
  private static DatasetGraph byValue(DatasetGraph dataset, Syntax syntax) {
    if (syntax != Syntax.RDF_XML) {
      return dataset;
    }
    DatasetGraph same = DatasetGraphFactory.create();
    dataset
        .find()
        .forEachRemaining(
            quad -> {
              Node object = quad.getObject();
              same.add(
                  quad.getGraph(),
                  quad.getSubject(),
                  quad.getPredicate(),
                  object.isLiteral()
                          && object.getLiteralDatatypeURI().equals(RDF.xmlLiteral.getURI())
                      ? NodeFactory.createLiteralDT(
                          object.getLiteralLexicalForm().replaceAll("<([\\w:]+)/>", "<$1></$1>"),
                          object.getLiteralDatatype())
                      : object);
            });
    return same;
  }

  private static void same(DatasetGraph actual, DatasetGraph expected) {
    if (!Documents.same(actual, expected)) {
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
