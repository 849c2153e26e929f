package org.provdl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RecoveredRun;
import org.provdl.capture.Recovery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.server.ProvenanceServer;
import org.provdl.store.ProvenanceStore;

/** Several Java virtual machines train at a time, with one server and one directory of journals. */
@Timeout(120)
class SeveralProcessesIT {

  private static final List<String> COMPLETED = List.of("ada", "grace", "mary");
  private static final String KILLED = "killed";
  private static final int EPOCHS_BEFORE_THE_KILL = 10;

  @TempDir private Path directory;
  private final List<Process> started = new ArrayList<>();
  private Path journals;
  private ProvenanceStore store;
  private ProvenanceServer server;

  @BeforeEach
  void start() {
    journals = directory.resolve("journals");
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    server = ProvenanceServer.builder(store).port(0).start();
  }

  @AfterEach
  void stop() {
    started.forEach(Process::destroyForcibly);
    server.close();
    store.close();
  }

  @Test
  void whatTheyToldIsInTheServerOnceAlsoOfOneThatIsKilled() throws Exception {
    List<BufferedReader> outputs = new ArrayList<>();
    for (String name : COMPLETED) {
      outputs.add(process(name, false));
    }
    BufferedReader killed = process(KILLED, true);
    outputs.add(killed);
    for (BufferedReader output : outputs) {
      assertThat(output.readLine()).isEqualTo("open");
    }
    askWhileItTells(killed);
    kill(started.get(COMPLETED.size()));
    for (Process process : started.subList(0, COMPLETED.size())) {
      assertThat(process.waitFor()).isZero();
    }
    DatasetGraph expected = inPeace();
    Path left = copyOfTheJournals();
    Recovery.to(QuadSink.memory(expected), left);

    Recovery.Report report = Recovery.toTheirDestinations(journals);

    assertThat(report.unreadable()).isEmpty();
    assertThat(report.runs().stream().filter(RecoveredRun::interrupted))
        .singleElement()
        .satisfies(
            run ->
                assertThat(run.eventCount())
                    .isGreaterThanOrEqualTo(
                        CapturingProcess.FIRST_EVENTS
                            + EPOCHS_BEFORE_THE_KILL * CapturingProcess.EPOCH_EVENTS));
    assertThat(journals).doesNotExist();
    assertThat(runs()).hasSize((COMPLETED.size() + 1) * CapturingProcess.RUNS);
    assertThat(IsoMatcher.isomorphic(expected, served())).isTrue();
  }

  /** Asks until the process that is to be killed has some epochs of its last run in the server. */
  private void askWhileItTells(BufferedReader killed) throws IOException {
    int runs = 0;
    for (int epoch = 1; epoch <= EPOCHS_BEFORE_THE_KILL; epoch++) {
      assertThat(killed.readLine()).isEqualTo("epoch " + epoch);
      int now = runs().size();
      assertThat(now).isGreaterThanOrEqualTo(Math.max(runs, CapturingProcess.RUNS));
      runs = now;
    }
  }

  private List<?> runs() {
    ResultTable runs =
        Catalogue.standard().query("list-runs").on(SparqlEndpoint.remote(server.queryEndpoint()));
    return runs.rows();
  }

  /** All runs of all processes, less the one that was killed in its middle. */
  private DatasetGraph inPeace() {
    DatasetGraph expected = DatasetGraphFactory.createTxnMem();
    for (String name : COMPLETED) {
      tellInPeace(expected, name, CapturingProcess.RUNS);
    }
    tellInPeace(expected, KILLED, CapturingProcess.RUNS - 1);
    return expected;
  }

  private void tellInPeace(DatasetGraph expected, String name, int runs) {
    Path elsewhere = directory.resolve("journals in peace");
    try (Capture capture = CapturingProcess.capture(name, QuadSink.memory(expected), elsewhere)) {
      CapturingProcess.tellRuns(capture, runs);
    }
  }

  private Path copyOfTheJournals() throws IOException {
    Path copy = Files.createDirectory(directory.resolve("copy"));
    try (Stream<Path> files = Files.walk(journals)) {
      for (Path journal : files.filter(file -> file.toString().endsWith(".journal")).toList()) {
        Files.copy(journal, copy.resolve(journal.getFileName()));
      }
    }
    return copy;
  }

  private DatasetGraph served() {
    DatasetGraph served = DatasetGraphFactory.create();
    store.<Boolean>read(
        dataset -> {
          dataset.find().forEachRemaining(served::add);
          return true;
        });
    return served;
  }

  private BufferedReader process(String name, boolean endless) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CapturingProcess.class.getName(),
                name,
                journals.toString(),
                URI.create(server.uri() + "/append").toString(),
                Boolean.toString(endless))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    started.add(process);
    return process.inputReader(StandardCharsets.UTF_8);
  }

  /** As {@code kill -9} does. */
  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }
}
