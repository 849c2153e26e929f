package org.provdl.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.server.Client.NQUADS;
import static org.provdl.server.Client.encoded;
import static org.provdl.server.Client.iri;
import static org.provdl.server.Client.quads;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.store.ProvenanceStore;

final class AppendIT {

  private ProvenanceStore store;
  private ProvenanceServer server;
  private Client client;

  @BeforeEach
  void start(@TempDir Path directory) {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    restart();
  }

  private void restart() {
    server = ProvenanceServer.builder(store).port(0).start();
    client = new Client(server.uri());
  }

  @AfterEach
  void stop() {
    server.close();
    store.close();
  }

  @Test
  void quadsAreAddedAndCounted() throws Exception {
    HttpResponse<String> answer = client.post("/append", NQUADS, quads("run", 1_000));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(answer.body()).containsPattern("\"count\" *: *1000");
    assertThat(client.count()).isEqualTo(1_000);
  }

  @Test
  void anEmptyBodyAddsNothing() throws Exception {
    assertThat(client.post("/append", NQUADS, "").statusCode()).isEqualTo(200);
    assertThat(client.count()).isZero();
  }

  @Test
  void trigIsTakenToo() throws Exception {
    String trig =
        "BASE <https://example.org/> <run> { <läufer> <name> \"学習\" } <other> { <s> <p> 1 }";

    assertThat(client.post("/append", "application/trig; charset=utf-8", trig).statusCode())
        .isEqualTo(200);
    assertThat(client.query("SELECT ?g ?s { GRAPH ?g { ?s ?p '学習' } }").body())
        .contains("https://example.org/run,https://example.org/läufer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/turtle", "application/n-triples"})
  void triplesGoToTheGraphThatIsNamed(String type) throws Exception {
    String path = "/append?graph=" + encoded(iri("run"));

    assertThat(client.post(path, type, "<x:s> <x:p> <x:o> .").statusCode()).isEqualTo(200);
    assertThat(client.get("?graph=" + encoded(iri("run")), "application/n-triples").body())
        .isEqualToIgnoringNewLines("<x:s> <x:p> <x:o> .");
  }

  @Test
  void aPackedBodyIsUnpacked() throws Exception {
    HttpResponse<String> answer = packed(quads("run", 1_000));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(client.count()).isEqualTo(1_000);
  }

  @Test
  void aBodyThatIsTooLargeWhenUnpackedIsRefused() throws Exception {
    HttpResponse<String> answer = packed("#" + " ".repeat((int) AppendRequest.MAX_BYTES));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("Send it in parts");
  }

  @Test
  void aBodyOfTheLargestSizeIsTaken() throws Exception {
    assertThat(packed("#" + " ".repeat((int) AppendRequest.MAX_BYTES - 1)).statusCode())
        .isEqualTo(200);
  }

  static Stream<Arguments> badRequests() {
    String quad = quads("run", 1);
    return Stream.of(
        Arguments.of("", NQUADS, quad + "<x:s> <x:p> .\n", 400, "line: 2, col: 13"),
        Arguments.of("", NQUADS, quad + "<x:s> <x:p> <x:o> .\n", 400, "outside of all graphs"),
        Arguments.of("", NQUADS, quad + "_:b <x:p> <x:o> <x:g> .\n", 400, "blank node"),
        Arguments.of("", NQUADS, quad + "<x:s> <x:p> <x:o> _:g .\n", 400, "graph"),
        Arguments.of("", NQUADS, quad + "<x:s> <x:p> <o> <x:g> .\n", 400, "<o> is relative"),
        Arguments.of("", "application/trig", "<x:g> { <x:s> <x:p> <o> }", 400, "<o> is relative"),
        Arguments.of("", "application/trig", "<x:g> { <x:s> <x:p> [] }", 400, "blank node"),
        Arguments.of("", "application/trig", "<x:s> <x:p> <x:o> .", 400, "outside of all graphs"),
        Arguments.of("", "application/trig", "<x:g> { <x:s> <x:p> ", 400, "line: 1"),
        Arguments.of("", "text/turtle", "<x:s> <x:p> <x:o> .", 415, "?graph=IRI"),
        Arguments.of("", "application/rdf+xml", "<a/>", 415, "application/n-quads"),
        Arguments.of("", "text/plain", quad, 415, "application/n-quads"),
        Arguments.of("", "application/x-www-form-urlencoded", "a=b", 415, "application/n-quads"),
        Arguments.of("?graph=run", "text/turtle", "<x:s> <x:p> <x:o> .", 400, "<run> is relative"),
        Arguments.of("?default", "text/turtle", "<x:s> <x:p> <x:o> .", 400, "The only parameter"),
        Arguments.of("?graph=x:g&graph=x:h", "text/turtle", "", 400, "The only parameter"),
        Arguments.of(
            "?graph=urn:x-arq:DefaultGraph", "text/turtle", "<x:s> <x:p> 1 .", 400, "graph"),
        Arguments.of("?graph=x:g", NQUADS, quad, 415, "text/turtle"));
  }

  @ParameterizedTest
  @MethodSource("badRequests")
  void aBadRequestSaysWhatIsWrongAndAddsNothing(
      String parameters, String type, String body, int status, String reason) throws Exception {
    HttpResponse<String> answer = client.post("/append" + parameters, type, body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(reason);
    assertThat(answer.headers().allValues("Connection")).isEmpty();
    assertThat(client.count()).isZero();
  }

  @Test
  void aBodyThatIsNotWhatItSaysIsRefused() throws Exception {
    HttpResponse<String> notPacked =
        client.send(
            client
                .request("/append")
                .header("Content-Type", NQUADS)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString(quads("run", 1))));
    HttpResponse<String> unknown =
        client.send(
            client
                .request("/append")
                .header("Content-Type", NQUADS)
                .header("Content-Encoding", "br")
                .POST(BodyPublishers.ofString(quads("run", 1))));
    HttpResponse<String> untyped =
        client.send(client.request("/append").POST(BodyPublishers.ofString(quads("run", 1))));

    assertThat(notPacked.statusCode()).isEqualTo(400);
    assertThat(unknown.statusCode()).isEqualTo(415);
    assertThat(untyped.statusCode()).isEqualTo(415);
    assertThat(client.count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
  void onlyPostIsAllowed(String method) throws Exception {
    client.post("/append", NQUADS, quads("run", 10));

    for (String path : new String[] {"/append", "/append?graph=" + encoded(iri("run"))}) {
      HttpResponse<String> answer =
          client.send(
              client
                  .request(path)
                  .header("Content-Type", NQUADS)
                  .method(method, BodyPublishers.ofString("")));
      assertThat(answer.statusCode()).isEqualTo(405);
    }
    assertThat(client.count()).isEqualTo(10);
  }

  private HttpResponse<String> packed(String body) throws IOException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(body.getBytes(UTF_8));
    }
    return client.send(
        client
            .request("/append")
            .header("Content-Type", NQUADS)
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(bytes.toByteArray())));
  }
}
