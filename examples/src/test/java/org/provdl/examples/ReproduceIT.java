package org.provdl.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.queries.Catalogue;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.store.ProvenanceStore;

/** The digits are trained again by the command, in a process of its own, to the last bit. */
@DisabledOnOs(OS.WINDOWS)
class ReproduceIT {

  @TempDir private Path directory;

  @Test
  void theDigitsComeToTheSameParametersAndMetrics() throws Exception {
    String store = directory.resolve("store").toString();
    String model = directory.resolve("model.zip").toString();
    assertThat(
            ExampleCommand.run(
                new Example2Digits(), "--store", store, "--model", model, "--epochs", "2"))
        .isZero();
    String run = ask(store, "list-runs", "run");

    String output = provdl("reproduce", run, "--store", store, "--classpath", "target/classes");

    assertThat(output.lines())
        .anyMatch(line -> line.matches("║ training data, digits.csv.gz +│.*│ same +║"))
        .anyMatch(line -> line.matches("║ initial parameters +│.*│ same +║"))
        .anyMatch(line -> line.matches("║ trained parameters +│.*│ same +║"))
        .anyMatch(line -> line.matches("║ accuracy, validation +│.*│ same +║"))
        .anyMatch(line -> line.matches("║ confusion matrix, test +│.*│ same +║"));
    assertThat(output).contains("Identical: ");
    assertThat(ask(store, "reproductions", "sameParameters")).isEqualTo("true");
    assertThat(ask(store, "reproductions", "differing")).isEqualTo("0");
  }

  private static String ask(String store, String query, String column) {
    try (ProvenanceStore open = ProvenanceStore.open(Path.of(store))) {
      Node cell =
          open.read(
              dataset ->
                  Catalogue.standard()
                      .query(query)
                      .on(SparqlEndpoint.local(dataset))
                      .rows()
                      .get(0)
                      .get(column));
      return cell.isURI() ? cell.getURI() : cell.getLiteralLexicalForm();
    }
  }

  private static String provdl(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("../fuseki-config/bin/provdl"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
