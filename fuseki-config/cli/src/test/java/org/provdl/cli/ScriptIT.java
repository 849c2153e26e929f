package org.provdl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.store.ProvenanceStore;

/** {@code bin/provdl} from the built tree, as a process of its own. */
@DisabledOnOs(OS.WINDOWS)
final class ScriptIT {

  @Test
  void serveHoldsTheStoreUntilItIsStopped(@TempDir Path directory, @TempDir Path queries)
      throws Exception {
    ProvenanceStore.openOrCreate(directory).close();
    Files.writeString(
        queries.resolve("count-graphs.rq"),
        """
        #+ title: Count graphs
        #+ question: How many graphs are there?
        #+ columns:
        #+   graphs: how many
        SELECT (COUNT(DISTINCT ?graph) AS ?graphs) { GRAPH ?graph { ?s ?p ?o } }
        """);
    Process serving =
        provdl("serve", directory.toString(), "--port", "0", "--queries", queries.toString());
    try (BufferedReader output = serving.inputReader(UTF_8)) {
      String line = output.readLine();
      assertThat(line).startsWith("SPARQL endpoint: http://127.0.0.1:").endsWith("/provdl/query");
      String url = line.substring(line.indexOf("http"));
      String questions = output.readLine();
      assertThat(questions).isEqualTo("Questions: " + url.replace("/query", "/queries"));
      assertThat(output.readLine()).isEqualTo("Explorer: " + url.replace("/query", "/explorer/"));
      assertThat(get(questions.substring("Questions: ".length()) + "/count-graphs?format=csv"))
          .isEqualTo("graphs\r\n0\r\n");

      Outcome.of("query", "list-runs", "--store", directory.toString())
          .isFailure(1, "is held by process " + serving.pid(), "URL of its server");
      Outcome.of("compact", directory.toString())
          .isFailure(1, "is held by process " + serving.pid(), "URL of its server");
      assertThat(Outcome.of("query", "list-runs", "--server", url).exitCode()).isZero();
      String service = url.substring(0, url.lastIndexOf('/'));
      assertThat(Outcome.of("compact", "--server", service).exitCode()).isZero();

      serving.toHandle().destroy();
      assertThat(serving.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(output.readLine()).isNull();
      assertThat(serving.errorReader(UTF_8).lines()).isEmpty();
    } finally {
      serving.destroyForcibly();
    }
    assertThat(Outcome.of("query", "list-runs", "--store", directory.toString()).exitCode())
        .isZero();
  }

  @Test
  void anErrorIsOneLineAndAnExitCode() throws Exception {
    Process failing = provdl("query", "no-such-query");

    assertThat(failing.waitFor()).isEqualTo(2);
    assertThat(failing.errorReader(UTF_8).lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("no-such-query");
    assertThat(failing.inputReader(UTF_8).lines()).isEmpty();
  }

  private static String get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }

  private static Process provdl(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("../bin/provdl"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }
}
