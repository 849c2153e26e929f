package org.provdl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.queries.Catalogue;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;

/** The digits example as a person runs it: another process, asked over HTTP while it trains. */
class LiveTrainingIT {

  private static final int EPOCHS = 4;

  @TempDir private Path directory;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  @Timeout(240)
  void epochsAppearOverHttpWhileTheTrainingRuns() throws Exception {
    Process training = digits("--serve", "--port", "0", "--epochs", Integer.toString(EPOCHS));
    BufferedReader output = training.inputReader(StandardCharsets.UTF_8);
    SparqlEndpoint endpoint =
        SparqlEndpoint.remote(URI.create(lineWith("SPARQL while it trains: ", output)));
    List<Integer> whileRunning = new ArrayList<>();
    String status = "";
    while (!status.endsWith("completed")) {
      ResultTable runs = Catalogue.standard().query("list-runs").on(endpoint);
      if (!runs.rows().isEmpty()) {
        status = Cells.iri(runs.rows().get(0), "status");
        if (status.endsWith("running")) {
          whileRunning.add(Integer.valueOf(Cells.text(runs.rows().get(0), "epochs")));
        }
      }
      Thread.sleep(20);
    }
    assertThat(whileRunning).isSorted().anyMatch(epochs -> epochs > 0 && epochs < EPOCHS);
    lineWith("Fuseki serves it at ", output);
    ResultTable runs = Catalogue.standard().query("list-runs").on(endpoint);
    assertThat(runs.rows())
        .singleElement()
        .satisfies(run -> assertThat(Cells.iri(run, "status")).endsWith("completed"));
  }

  @Test
  @Timeout(120)
  void aStoreThatAnotherProcessHoldsIsRefusedInOneLine() throws Exception {
    Process first = digits("--serve", "--port", "0", "--epochs", "1");
    lineWith("SPARQL while it trains: ", first.inputReader(StandardCharsets.UTF_8));
    Process second = digits("--epochs", "1");
    List<String> output = second.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(second.waitFor()).isNotZero();
    assertThat(output).singleElement().asString().contains(Long.toString(first.pid()));
  }

  private Process digits(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Example2Digits.class.getName()));
    command.addAll(List.of("--store", directory.resolve("store").toString()));
    command.addAll(List.of("--model", directory.resolve("model.zip").toString()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }

  private static String lineWith(String start, BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      int at = line.indexOf(start);
      if (at >= 0) {
        return line.substring(at + start.length()).split(" ", 2)[0];
      }
    }
    throw new IOException("The program ended without saying: " + start);
  }
}
