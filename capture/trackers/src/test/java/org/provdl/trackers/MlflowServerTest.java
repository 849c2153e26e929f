package org.provdl.trackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that answers as the documentation of MLflow's REST API says. */
@Timeout(30)
class MlflowServerTest {

  private static final String RUN =
      """
      {"info": {"run_id": "%1$s", "run_name": "%2$s", "experiment_id": "1", "user_id": "ada", "status": "FINISHED",
        "start_time": 1767225601000, "end_time": 1767225607000, "artifact_uri": "s3://bucket/1/%1$s/artifacts", "lifecycle_stage": "active"},
       "data": {"metrics": [{"key": "val_loss", "value": 0.5, "timestamp": 1767225603000, "step": 1}],
        "params": [{"key": "learning_rate", "value": "0.1"}], "tags": [{"key": "mlflow.user", "value": "ada"}, {"key": "mlflow.parentRunId", "value": "p"}]},
       "inputs": {"dataset_inputs": [{"tags": [{"key": "mlflow.data.context", "value": "training"}],
        "dataset": {"name": "wine", "digest": "ab", "source_type": "http", "source": "{\\"url\\": \\"https://example.org/wine.csv\\"}"}}]}}
      """;

  private final Map<String, String> answers = new HashMap<>();
  private HttpServer server = start();

  private static HttpServer start() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void serve() {
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String asked = exchange.getRequestURI() + body;
          String answer =
              answers.entrySet().stream()
                  .filter(known -> asked.contains(known.getKey()))
                  .map(Map.Entry::getValue)
                  .findFirst()
                  .orElse("");
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              answer.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    answers.put(
        "experiments/search",
        "{\"experiments\": [{\"experiment_id\": \"1\", \"name\": \"wine\"}]}");
    answers.put(
        "runs/search{\"max_results\":1000,\"experiment_ids\":[\"1\"]}",
        "{\"runs\": [%s], \"next_page_token\": \"two\"}".formatted(RUN.formatted("a", "first")));
    answers.put(
        "\"page_token\":\"two\"", "{\"runs\": [%s]}".formatted(RUN.formatted("b", "second")));
    answers.put(
        "get-history",
        "{\"metrics\": [{\"key\": \"val_loss\", \"value\": 1.5, \"timestamp\": 1767225602000, \"step\": 0}, {\"key\": \"val_loss\", \"value\": 0.5, \"timestamp\": 1767225603000, \"step\": 1}]}");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private MlflowServer source() {
    return MlflowServer.at(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
        Duration.ofSeconds(2),
        null);
  }

  @Test
  void theRunsOfAllPagesAreThere() {
    Imported imported = Imported.of(source());
    assertThat(imported.ask("list-runs", Map.of(), "name", "experiment", "status", "epochs", "who"))
        .containsExactlyInAnyOrder(
            "first | wine | completed | 2 | ada", "second | wine | completed | 2 | ada");
    assertThat(
            imported.ask(
                "best-runs", Map.of("metric", "loss", "split", "validation"), "value", "settings"))
        .containsExactly("0.5e0 | learningRate=0.1", "0.5e0 | learningRate=0.1");
    assertThat(imported.ask("run-data", Map.of("run", imported.run("first")), "split", "source"))
        .containsExactly("training | https://example.org/wine.csv");
    assertThat(
            imported.ask(
                "tags", Map.of("run", imported.run("second"), "text", "artifactUri"), "value"))
        .containsExactly("s3://bucket/1/b/artifacts");
    assertThat(imported.report().problems())
        .containsExactly("a: its parent run 'p' is not here", "b: its parent run 'p' is not here");
  }

  @Test
  void aRunThatCannotBeReadIsOneLine() {
    answers.put(
        "\"page_token\":\"two\"",
        "{\"runs\": [%s]}".formatted(RUN.formatted("b", "second").replace("FINISHED", "LOST")));
    Imported imported = Imported.of(source());
    assertThat(imported.report().runs()).hasSize(1);
    assertThat(imported.report().problems())
        .anySatisfy(problem -> assertThat(problem).contains("run b", "'LOST'"));
  }

  @Test
  void pagesWithoutEndAndOtherAnswersAreRefused() {
    answers.put("\"page_token\":\"two\"", "{\"runs\": [], \"next_page_token\": \"two\"}");
    assertThatThrownBy(() -> Imported.of(source())).hasMessageContaining("pages without end");
    answers.put("experiments/search", "<html>");
    assertThatThrownBy(() -> Imported.of(source()))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("is not JSON");
    answers.remove("experiments/search");
    assertThatThrownBy(() -> Imported.of(source())).hasMessageContaining("answered 404");
    server.stop(0);
    assertThatThrownBy(() -> Imported.of(source()))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("cannot be reached");
    assertThatThrownBy(() -> MlflowServer.at(URI.create("ftp://example.org")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
