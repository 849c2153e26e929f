package org.provdl.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provdl.server.Client.NQUADS;
import static org.provdl.server.Client.encoded;
import static org.provdl.server.Client.quads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.fuseki.main.FusekiServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.store.ProvenanceStore;

final class LifecycleIT {

  private ProvenanceStore store;

  @BeforeEach
  void open(@TempDir Path directory) {
    store = ProvenanceStore.openOrCreate(directory.resolve("provdl-store"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aPortInUseIsNamed() {
    try (ProvenanceServer first = ProvenanceServer.builder(store).port(0).start()) {
      ProvenanceServer.Builder second = ProvenanceServer.builder(store).port(first.uri().getPort());

      assertThatThrownBy(second::start)
          .isInstanceOf(ServerException.class)
          .hasMessageStartingWith("Cannot listen on 127.0.0.1:" + first.uri().getPort())
          .hasMessageContaining("Address already in use")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void aPortIsFreeAgainAfterClosing() throws Exception {
    ProvenanceServer first = ProvenanceServer.builder(store).port(0).start();
    first.close();
    first.close();
    try (ProvenanceServer second =
        ProvenanceServer.builder(store).port(first.uri().getPort()).start()) {
      assertThat(new Client(second.uri()).count()).isZero();
    }
  }

  @Test
  void aHostThatIsNotOursIsRefused() {
    assertThatThrownBy(ProvenanceServer.builder(store).host("no such host").port(0)::start)
        .isInstanceOf(ServerException.class)
        .hasMessageStartingWith("There is no host no such host");
    assertThatThrownBy(ProvenanceServer.builder(store).host("192.0.2.1").insecure().port(0)::start)
        .isInstanceOf(ServerException.class)
        .hasMessageStartingWith("Cannot listen on 192.0.2.1:0");
  }

  @Test
  void aPortThatDoesNotExistIsRefused() {
    for (int port : new int[] {-1, 65_536}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ProvenanceServer.builder(store).port(port))
          .withMessageStartingWith("The port " + port);
    }
  }

  @Test
  void whatOtherMachinesReachIsReadOnly() throws Exception {
    try (ProvenanceServer server =
        ProvenanceServer.builder(store).host("0.0.0.0").insecure().port(0).start()) {
      Client client = new Client(server.uri());

      assertThat(client.post("/append", NQUADS, quads("run", 1)).statusCode()).isEqualTo(404);
      assertThat(client.post("/compact", "text/plain", "").statusCode()).isEqualTo(404);
      assertThat(client.count()).isZero();
    }
  }

  @Test
  void aWebPageThatCallsThisMachineByItsOwnNameIsRefused() throws Exception {
    try (ProvenanceServer server = ProvenanceServer.builder(store).port(0).start()) {
      int port = server.uri().getPort();

      assertThat(statusLine(port, "evil.example:" + port)).contains(" 421 ");
      for (String name : new String[] {"localhost", "127.0.0.1", "[::1]"}) {
        assertThat(statusLine(port, name + ":" + port)).contains(" 200 ");
      }
    }
  }

  @Test
  void aWebPageOfOthersThatCallsThisMachineByItsRightNameIsRefused() throws Exception {
    try (ProvenanceServer server = ProvenanceServer.builder(store).port(0).start()) {
      int port = server.uri().getPort();

      for (String origin : new String[] {"https://evil.example", "null", "http://", "%"}) {
        assertThat(statusLine(port, "localhost\r\nOrigin: " + origin)).contains(" 403 ");
      }
      for (String origin : new String[] {"http://localhost:" + port, "http://127.0.0.1:8080"}) {
        assertThat(statusLine(port, "localhost\r\nOrigin: " + origin)).contains(" 200 ");
      }
    }
  }

  private static String statusLine(int port, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = "GET /provdl/query?query=ASK%%7B%%7D HTTP/1.1\r\nHost: %s\r\n\r\n";
      socket.getOutputStream().write(request.formatted(host).getBytes(US_ASCII));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))
          .readLine();
    }
  }

  @Test
  void stoppingInMidQueryLeavesTheStoreWhole() throws Exception {
    try (ProvenanceServer server = ProvenanceServer.builder(store).port(0).start()) {
      Client client = new Client(server.uri());
      client.post("/append", NQUADS, quads("run", 2_000));
      CompletableFuture<HttpResponse<String>> answer = new CompletableFuture<>();
      Thread asking =
          new Thread(
              () -> {
                try {
                  answer.complete(
                      client.get(
                          "/query?timeout=3&query="
                              + encoded(
                                  "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"),
                          "text/csv"));
                } catch (Exception cutOff) {
                  answer.completeExceptionally(cutOff);
                }
              });
      asking.start();
      Thread.sleep(500);
    }
    try (ProvenanceServer again = ProvenanceServer.builder(store).port(0).start()) {
      Client client = new Client(again.uri());
      client.post("/append", NQUADS, quads("later", 10));

      assertThat(client.count()).isEqualTo(2_010);
    }
  }

  @Test
  void aStockFusekiStartsFromTheSameFile(@TempDir Path directory) throws Exception {
    try (ProvenanceServer server = ProvenanceServer.builder(store).port(0).start()) {
      new Client(server.uri()).post("/append", NQUADS, quads("run", 10));
    }
    store.close();
    String description = Files.readString(Path.of("..", "provdl-fuseki.ttl"));
    Path copy = directory.resolve("provdl-fuseki.ttl");
    Files.writeString(
        copy, description.replace("\"provdl-store\"", "\"" + store.directory() + "\""));
    FusekiServer stock = FusekiServer.create().port(0).parseConfigFile(copy).start();
    try {
      Client client = new Client(URI.create(stock.datasetURL("provdl")));

      assertThat(client.count()).isEqualTo(10);
      assertThat(client.get("/queries/metric-names", "text/csv").body())
          .isEqualTo("name,metric,higherIsBetter\r\n");
      assertThat(
              client
                  .get("/provenance?target=" + encoded(Client.iri("run#1")), "application/n-quads")
                  .body())
          .isEqualTo(quads("run", 2).lines().skip(1).findFirst().orElseThrow() + "\n");
      assertThat(client.get("/void", "text/turtle").body()).contains("void:Dataset");
      assertThat(client.get("/ontology", "text/html").body()).contains("id=\"TrainingRun\"");
      assertThat(
              client.get("/data?graph=" + encoded(Client.iri("run")), "text/turtle").statusCode())
          .isEqualTo(200);
      assertThat(
              client.query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }").statusCode())
          .isEqualTo(422);
      String shacl = "/shacl?graph=" + encoded(Client.iri("run"));
      String shape =
          "PREFIX sh: <http://www.w3.org/ns/shacl#> <x:shape> a sh:NodeShape ; sh:targetNode <x:none> ; ";
      assertThat(client.post(shacl, "text/turtle", shape + "sh:nodeKind sh:Literal .").body())
          .contains("sh:resultSeverity");
      assertThat(client.post(shacl, "text/turtle", shape + "sh:sparql [] .").statusCode())
          .isEqualTo(400);
      assertThat(client.post("/update", "application/sparql-update", "CLEAR ALL").statusCode())
          .isEqualTo(404);
      assertThat(client.post("", NQUADS, quads("run", 1)).statusCode()).isEqualTo(405);
    } finally {
      stock.stop();
    }
  }
}
