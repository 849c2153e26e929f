package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents of PROV in other syntaxes. */
final class ConvertCommandIT {

  private static final String BAKERY =
      """
      document
        prefix ex <http://example.org/>
        entity(ex:bread, [prov:label="Brot"@de, ex:weight="750" %% xsd:int])
        activity(ex:baking, 2026-01-05T10:00:00Z, -)
        wasGeneratedBy(ex:g1; ex:bread, ex:baking, 2026-01-05T11:00:00Z)
        bundle ex:kitchen
          agent(ex:ada, [prov:type='prov:Person'])
        endBundle
      endDocument
      """;

  @TempDir private Path directory;
  private Path bakery;

  @BeforeEach
  void write() throws IOException {
    bakery = Files.writeString(directory.resolve("bakery.provn"), BAKERY);
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  @ParameterizedTest
  @CsvSource({
    "bakery.json",
    "bakery.provx",
    "bakery.provjsonld",
    "bakery.trig",
    "bakery.nq",
    "bakery.jsonld"
  })
  void aDocumentGoesToAnotherSyntaxAndComesBackWhole(String name) {
    Outcome there = Outcome.of("convert", bakery.toString(), file(name).toString());
    Outcome back = Outcome.of("convert", file(name).toString(), file("back.trig").toString());
    Outcome expected = Outcome.of("convert", bakery.toString(), file("expected.trig").toString());

    for (Outcome outcome : new Outcome[] {there, back, expected}) {
      assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
    }
    assertThat(
            IsoMatcher.isomorphic(
                RDFDataMgr.loadDatasetGraph(file("back.trig").toString()),
                RDFDataMgr.loadDatasetGraph(file("expected.trig").toString())))
        .isTrue();
  }

  @Test
  void whatASyntaxCannotSayIsListedAndFailsIfStrict() {
    Outcome told = Outcome.of("convert", bakery.toString(), file("bakery.ttl").toString());
    Outcome strict =
        Outcome.of("convert", "--strict", bakery.toString(), file("strict.ttl").toString());

    assertThat(told.exitCode()).isZero();
    assertThat(told.error())
        .isEqualToIgnoringNewLines(
            "provdl: %s: bundle http://example.org/kitchen: the syntax holds no bundles, so that its statements are those of the document"
                .formatted(bakery));
    assertThat(strict.exitCode()).isEqualTo(1);
    assertThat(file("strict.ttl")).doesNotExist();
  }

  @Test
  void aMalformedDocumentIsRefusedAtItsPlaceAndLeavesNothingBehind() throws IOException {
    Path broken = Files.writeString(file("broken.provn"), "document\n  entity(ex:a\nendDocument\n");
    Outcome outcome = Outcome.of("convert", broken.toString(), file("broken.json").toString());

    outcome.isFailure(2, broken + ": line 2, column ");
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactlyInAnyOrder(bakery, broken);
    }
  }

  @Test
  void ofManyTheBrokenOnesAreNamedAndTheOthersWritten() throws IOException {
    Path broken = Files.writeString(file("broken.json"), "{\"entity\": ");
    Outcome outcome =
        Outcome.of(
            "convert",
            bakery.toString(),
            broken.toString(),
            file("missing.provn").toString(),
            "--to",
            "prov-xml",
            "--out",
            file("out").toString());

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.error().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("provdl: " + broken + ": line 1"))
        .anyMatch(line -> line.contains("There is no file " + file("missing.provn")));
    assertThat(file("out/bakery.provx")).isNotEmptyFile();
  }

  @Test
  void documentsOfOneNameDoNotReplaceEachOther() throws IOException {
    Path json = file("bakery.json");
    Outcome.of("convert", bakery.toString(), json.toString());

    Outcome outcome =
        Outcome.of(
            "convert",
            bakery.toString(),
            json.toString(),
            "--to",
            "trig",
            "--out",
            file("out").toString());

    assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
    try (var written = Files.list(file("out"))) {
      assertThat(written)
          .containsExactlyInAnyOrder(file("out/bakery.provn.trig"), file("out/bakery.json.trig"));
    }
  }

  @Test
  void aNameThatSaysNoSyntaxAsksForOne() throws IOException {
    Path plain = Files.copy(bakery, file("bakery"));

    Outcome.of("convert", plain.toString(), file("x.json").toString())
        .isFailure(2, "--from", "prov-n, ");
    assertThat(
            Outcome.of("convert", "--from", "prov-n", plain.toString(), file("x.json").toString())
                .exitCode())
        .isZero();
  }
}
