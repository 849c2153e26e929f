package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteEndpointTest {
  private final SparqlEndpoint runs = SparqlEndpoint.local(Runs.training());
  private HttpServer server;
  private URI address;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    address = URI.create("http://localhost:" + server.getAddress().getPort() + "/query");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void anEndpointAnswersAsTheDatasetBehindItDoes() {
    answer(this::query);
    SparqlEndpoint endpoint = SparqlEndpoint.remote(address);
    for (String name : new String[] {"metrics-by-epoch", "iteration-curve", "adaptations"}) {
      BoundQuery query = Runs.query(name).with("run", Runs.ADA);
      assertThat(query.on(endpoint)).as(name).isEqualTo(query.on(runs));
    }
    assertThat(Runs.query("best-runs").on(endpoint)).isEqualTo(Runs.query("best-runs").on(runs));
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    server.stop(0);
    assertThatThrownBy(() -> Runs.query("list-runs").on(SparqlEndpoint.remote(address)))
        .isInstanceOf(SparqlEndpointException.class)
        .hasMessage("No server answers at " + address + "; start it or correct the address");
  }

  @Test
  void anAddressThatIsNoEndpointIsNamed() {
    answer(exchange -> respond(exchange, 200, "text/html", "<html>Hello\nyou</html>"));
    assertThatThrownBy(() -> Runs.query("list-runs").on(SparqlEndpoint.remote(address)))
        .isInstanceOf(SparqlEndpointException.class)
        .hasMessageStartingWith(address + " did not answer as a SPARQL endpoint does: ")
        .hasMessageEndingWith("is it the address of its query service?")
        .message()
        .hasLineCount(1);
  }

  @Test
  void anAnswerThatIsCutOffIsNamed() {
    answer(
        exchange ->
            respond(exchange, 200, Format.JSON.mediaType(), "{\"head\": {\"vars\": [\"run\"]}"));
    assertThatThrownBy(() -> Runs.query("list-runs").on(SparqlEndpoint.remote(address)))
        .isInstanceOf(SparqlEndpointException.class)
        .hasMessageStartingWith(address + " did not answer as a SPARQL endpoint does: ");
  }

  @Test
  void aServerThatRefusesIsQuoted() {
    answer(exchange -> respond(exchange, 503, "text/plain", "too busy"));
    assertThatThrownBy(() -> Runs.query("list-runs").on(SparqlEndpoint.remote(address)))
        .isInstanceOf(SparqlEndpointException.class)
        .hasMessage(
            "The SPARQL endpoint %s refused the query: 503 Service Unavailable too busy"
                .formatted(address));
  }

  @Test
  void aServerThatTakesTooLongIsGivenUp() {
    CountDownLatch over = new CountDownLatch(1);
    answer(
        exchange -> {
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    SparqlEndpoint endpoint = SparqlEndpoint.remote(address, Duration.ofMillis(100));
    try {
      assertThatThrownBy(() -> Runs.query("list-runs").on(endpoint))
          .isInstanceOf(SparqlEndpointException.class)
          .hasMessage(
              "The SPARQL endpoint %s did not answer within 100 ms; ask for less or allow more time"
                  .formatted(address));
    } finally {
      over.countDown();
    }
  }

  @Test
  void anAddressThatIsNoWebAddressIsRefused() {
    assertThatThrownBy(() -> SparqlEndpoint.remote(URI.create("localhost:3030/query")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("begins with http:// or https://");
  }

  private void answer(HttpHandler handler) {
    server.createContext("/query", handler);
  }

  private void query(HttpExchange exchange) throws IOException {
    String parameters = exchange.getRequestURI().getRawQuery();
    if (parameters == null) {
      parameters = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }
    String query =
        URLDecoder.decode(parameters.replaceFirst("^query=", ""), StandardCharsets.UTF_8);
    Query asked = QueryFactory.create(query, Syntax.syntaxARQ);
    ResultTable answer = runs.select(asked);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Format.JSON.write(answer, out);
    respond(
        exchange,
        200,
        Format.JSON.mediaType(),
        asked.isAskType()
            ? "{\"head\": {}, \"boolean\": %s}".formatted(answer.isYes())
            : out.toString(StandardCharsets.UTF_8));
  }

  private static void respond(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
