package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.store.ProvenanceStore;

/** Verdicts on documents and runs. */
final class ValidateCommandIT {

  private static final Path EXAMPLES = Path.of("../../ontology/vocabulary/examples/valid");

  @TempDir private Path directory;

  private Path document(String name, String statements) throws IOException {
    return Files.writeString(
        directory.resolve(name),
        "document\nprefix ex <http://example.org/>\n" + statements + "\nendDocument\n");
  }

  @Test
  void eachDocumentHasAVerdictAndAnInvalidOneItsConstraints() throws IOException {
    Path valid = document("valid.provn", "wasGeneratedBy(ex:g; ex:e, ex:a, -)");
    Path invalid = document("invalid.provn", "entity(ex:x)\nactivity(ex:x)");
    Outcome outcome = Outcome.of("validate", valid.toString(), invalid.toString());

    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output().lines())
        .startsWith(valid + ": valid", invalid + ": invalid")
        .anyMatch(line -> line.startsWith("  Constraint 55") && line.contains("ex:x"));
  }

  @Test
  void aMalformedDocumentIsNoVerdict() throws IOException {
    Path broken = document("broken.provn", "entity(ex:x");
    Path valid = document("valid.provn", "entity(ex:x)");
    Outcome outcome = Outcome.of("validate", broken.toString(), valid.toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.error()).startsWith("provdl: " + broken + ": line ").hasLineCount(1);
    assertThat(outcome.output()).isEqualToIgnoringNewLines(valid + ": valid");
  }

  @Test
  void aRunIsValid() {
    Path store = directory.resolve("store");
    try (ProvenanceStore created = ProvenanceStore.openOrCreate(store)) {
      created.append(
          RDFDataMgr.loadDatasetGraph(EXAMPLES.resolve("training-run.trig").toString()).stream()
              .toList());
    }
    Outcome outcome = Outcome.of("validate", "01JD8X", "--store", store.toString());

    assertThat(outcome).isEqualTo(new Outcome(0, "01JD8X: valid" + System.lineSeparator(), ""));
  }
}
