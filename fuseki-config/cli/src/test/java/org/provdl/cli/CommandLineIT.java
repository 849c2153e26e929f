package org.provdl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;

final class CommandLineIT {

  private static final Path EXAMPLE =
      Path.of("../../ontology/vocabulary/examples/valid/training-run.trig");

  private static String store = "";

  @BeforeAll
  static void recordARun(@TempDir Path directory) {
    List<Quad> quads = new ArrayList<>();
    RDFParser.source(EXAMPLE)
        .parse(
            new StreamRDFBase() {
              @Override
              public void quad(Quad quad) {
                quads.add(quad);
              }
            });
    try (ProvenanceStore created = ProvenanceStore.openOrCreate(directory.resolve("store"))) {
      created.append(quads);
      store = created.directory().toString();
    }
  }

  @Test
  void aQueryPrintsItsRows() {
    Outcome outcome = Outcome.of("query", "best-runs", "--store", store, "--limit", "5");

    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output()).contains("digits").contains("0.96");
  }

  @Test
  void aQuestionIsAnsweredByYesOrNo() {
    String[] slowly = {
      "query",
      "improves-too-slowly",
      "--store",
      store,
      "--run=01JD8X0000000000000000000A",
      "--split=provdl:trainingData",
      "--epochs=1",
      "--gain=0.6",
    };
    assertThat(Outcome.of(slowly).output()).isEqualTo("yes\n");
    slowly[slowly.length - 1] = "--gain=0.4";
    assertThat(Outcome.of(slowly).output()).isEqualTo("no\n");
    slowly[slowly.length - 1] = "--format=csv";
    assertThat(Outcome.of(slowly).output().lines()).containsExactly("answer", "false");
  }

  @Test
  void csvAndJsonAreForOtherPrograms() {
    Outcome csv = Outcome.of("query", "list-runs", "--store", store, "--format", "csv");
    Outcome json = Outcome.of("query", "list-runs", "--store", store, "--format=json");

    assertThat(csv.output().lines().toList().get(1)).contains("01JD8X0000000000000000000A");
    assertThat(json.output()).startsWith("{").contains("\"bindings\"");
  }

  @Test
  void parametersSelectRows() {
    Outcome none =
        Outcome.of("query", "best-runs", "--store", store, "--format=csv", "--metric=provdl:loss");

    assertThat(none.exitCode()).isZero();
    assertThat(none.output().lines()).hasSize(1);
  }

  @Test
  void aServerAnswersAsTheStoreDoes() {
    Outcome local = Outcome.of("query", "best-runs", "--store", store);
    try (ProvenanceStore open = ProvenanceStore.open(Path.of(store));
        ProvenanceServer server = ProvenanceServer.builder(open).port(0).start()) {
      for (String url : new String[] {server.uri().toString(), server.queryEndpoint().toString()}) {
        Outcome remote = Outcome.of("query", "best-runs", "--server", url);

        assertThat(remote.error()).isEmpty();
        assertThat(remote.output()).isEqualTo(local.output());
      }
      Outcome.of("query", "best-runs", "--store", store).isFailure(1, "is open already");
    }
  }

  /** By the program {@code script}, which gives a command a terminal. */
  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  void inATerminalATableIsNoWiderThanIt() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")));
    ProcessBuilder inTerminal =
        new ProcessBuilder(
            "script", "-qec", "../bin/provdl query list-runs --store '" + store + "'", "/dev/null");
    inTerminal.environment().put("COLUMNS", "70");
    inTerminal.environment().put("NO_COLOR", "1");
    inTerminal.redirectInput(Redirect.from(new File("/dev/null")));
    Process terminal = inTerminal.start();

    assertThat(terminal.inputReader(UTF_8).lines().map(String::stripTrailing).toList())
        .contains("1 row")
        .allMatch(line -> line.length() <= 70 && line.indexOf(0x1B) < 0);
    assertThat(terminal.waitFor()).isZero();
  }

  @Test
  void queriesAreListedAndExplained() {
    assertThat(Outcome.of("queries").output().lines())
        .anyMatch(line -> line.startsWith("  best-runs "))
        .hasSizeGreaterThan(5);
    assertThat(Outcome.of("queries", "lineage").output())
        .contains("Parameters", "required", "Columns");
  }

  @Test
  void queriesAreFoundByWordsAndDocumentedOnAPage() {
    assertThat(Outcome.of("queries", "--search", "mid-training ADAPTED").output().lines())
        .containsExactly(
            "hyperparameters",
            "  adapted-runs     In which runs did a hyperparameter change in mid-training, how often, between which epochs and why?",
            "  hyperparameters  With which hyperparameters did a run start, and which of them were adapted in mid-training?");
    Outcome.of("queries", "--search", "weather").isFailure(1, "'weather'");
    assertThat(Outcome.of("queries", "--format", "markdown").output())
        .startsWith("# Queries\n")
        .contains("## best-runs");
    assertThat(Outcome.of("queries", "--format=html").output())
        .startsWith("<!DOCTYPE html>")
        .contains("best-runs", "</html>");
  }

  @Test
  void helpIsNoError() {
    for (String command :
        new String[] {
          "",
          "serve",
          "query",
          "queries",
          "diff",
          "plot",
          "plot curves",
          "plot scatter",
          "plot parallel",
          "plot lineage",
          "whence",
          "recover",
          "merge",
          "compact",
          "completion"
        }) {
      Outcome outcome = Outcome.of((command + " --help").strip().split(" "));
      assertThat(outcome.output()).startsWith(("Usage: provdl " + command).strip());
      assertThat(outcome.exitCode()).isZero();
    }
  }

  @Test
  void whatIsAskedForWronglyIsExplainedInOneLine() {
    Outcome.of().isFailure(2, "Missing required subcommand", "provdl --help");
    Outcome.of("train").isFailure(2, "train");
    Outcome.of("query").isFailure(2, "NAME", "provdl query --help");
    Outcome.of("query", "best-run", "--store", store).isFailure(2, "'best-run'", "best-runs");
    Outcome.of("queries", "best-run").isFailure(2, "'best-run'", "best-runs");
    Outcome.of("query", "lineage", "--store", store).isFailure(2, "--entity=ENTITY");
    Outcome.of("query", "best-runs", "--store", store, "--limit=many")
        .isFailure(2, "'limit'", "an integer such as 10", "'many'");
    Outcome.of("query", "best-runs", "--store", store, "colour=red")
        .isFailure(2, "'colour=red'", "write --colour=red");
    Outcome.of("query", "best-runs", "--store", store, "--metrik=loss")
        .isFailure(2, "--metrik", "--metric");
    Outcome.of("query", "best-runs", "--store", store, "--limit").isFailure(2, "limit");
    Outcome.of("query", "best-runs", "--format=xml").isFailure(2, "--format", "xml");
    Outcome.of("query", "best-runs", "--store=a", "--server=b").isFailure(2, "--store", "--server");
    Outcome.of("query", "best-runs", "--server", "localhost").isFailure(2, "http://");
    Outcome.of("serve", store, "--port", "high").isFailure(2, "--port", "high");
    Outcome.of("serve", store, "--port", "70000").isFailure(2, "70000");
    Outcome.of("serve", store, "--port=0", "--cors", "page.example")
        .isFailure(2, "is not the origin");
  }

  @Test
  void whatCannotBeDoneIsExplainedInOneLine(@TempDir Path directory) throws IOException {
    Path missing = directory.resolve("missing");
    Path other = Files.createDirectories(directory.resolve("other"));
    Files.writeString(other.resolve("notes.txt"), "text");

    for (String command : new String[] {"query best-runs --store", "serve --port=0"}) {
      Outcome.of((command + " " + missing).split(" ")).isFailure(1, "There is no store at");
      Outcome.of((command + " " + other).split(" ")).isFailure(1, "is not a store");
      Outcome.of((command + " " + other.resolve("notes.txt")).split(" "))
          .isFailure(1, "is not a directory");
    }
    assertThat(missing).doesNotExist();
    Outcome.of("query", "best-runs", "--server", "http://127.0.0.1:1/provdl")
        .isFailure(1, "No server answers at");
    Outcome.of("serve", store, "--host", "no.such.host.invalid").isFailure(1, "There is no host");
    Outcome.of("serve", store, "--port=0", "--queries", missing.toString()).isFailure(2, "missing");
  }

  @Test
  void aPortInUseIsExplainedInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      Outcome.of("serve", store, "--port", port).isFailure(1, "Cannot listen on 127.0.0.1:" + port);
    }
    assertThat(Outcome.of("query", "list-runs", "--store", store).exitCode()).isZero();
  }
}
