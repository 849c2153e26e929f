package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.provdl.server.Client.NQUADS;
import static org.provdl.server.Client.encoded;
import static org.provdl.server.Client.quads;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.store.ProvenanceStore;

/** Web pages of other origins, as a browser asks for them. */
final class CrossOriginIT {

  private static final String PAGE = "https://page.example";
  private static final String OTHER = "https://other.example";
  private static final String ASK = "/query?query=" + encoded("ASK {}");

  private ProvenanceStore store;

  @BeforeEach
  void open(@TempDir Path directory) {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
  void aNamedOriginReads(String host) throws Exception {
    try (ProvenanceServer server = start(host, PAGE)) {
      for (String path : new String[] {ASK, "/queries", "/void", "/ontology", "/openapi.json"}) {
        Wire.Answer answer = ask(server, "GET " + path, "Origin: " + PAGE);

        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.headers())
            .containsEntry("access-control-allow-origin", PAGE)
            .doesNotContainKey("access-control-allow-credentials");
        assertThat(answer.headers().get("access-control-expose-headers")).contains("ETag", "Link");
      }
      assertThat(ask(server, "GET /void", "Origin: " + PAGE).headers().get("vary"))
          .contains("Origin", "Accept");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/query, POST, true",
    "/sparql, POST, true",
    "/query, GET, true",
    "/void, GET, true",
    "/run/x, HEAD, true",
    "/void, POST, false",
    "/append, POST, false",
    "/compact, POST, false",
    "/data, PUT, false",
    "/query, DELETE, false",
    "/run/x, PATCH, false",
  })
  void aBrowserIsToldBeforehandWhatAPageMayDo(String path, String method, boolean may)
      throws Exception {
    for (String host : new String[] {"127.0.0.1", "0.0.0.0"}) {
      try (ProvenanceServer server = start(host, PAGE)) {
        Wire.Answer answer =
            ask(
                server,
                "OPTIONS " + path,
                "Origin: " + PAGE,
                "Access-Control-Request-Method: " + method,
                "Access-Control-Request-Headers: content-type");

        if (may) {
          assertThat(answer.status()).isEqualTo(200);
          assertThat(answer.headers()).containsEntry("access-control-allow-origin", PAGE);
          assertThat(answer.headers().get("access-control-allow-headers"))
              .containsIgnoringCase("content-type");
        } else {
          assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
        }
      }
    }
  }

  @Test
  void noOtherOriginReads() throws Exception {
    try (ProvenanceServer local = start("127.0.0.1", PAGE);
        ProvenanceServer open = start("0.0.0.0", PAGE);
        ProvenanceServer closed = start("0.0.0.0")) {
      assertThat(ask(local, "GET " + ASK, "Origin: " + OTHER).status()).isEqualTo(403);
      for (ProvenanceServer server : new ProvenanceServer[] {open, closed}) {
        assertThat(ask(server, "GET " + ASK, "Origin: " + OTHER).headers())
            .doesNotContainKey("access-control-allow-origin");
      }
      assertThat(ask(closed, "GET " + ASK, "Origin: " + PAGE).headers())
          .doesNotContainKey("access-control-allow-origin");
    }
  }

  @Test
  void anyOriginReadsWhereThatWasAskedFor() throws Exception {
    try (ProvenanceServer server = start("0.0.0.0", CrossOrigin.ANY)) {
      assertThat(ask(server, "GET " + ASK, "Origin: " + OTHER).headers())
          .containsEntry("access-control-allow-origin", OTHER);
    }
  }

  @Test
  void noPageWritesAndNoNameIsLearnt() throws Exception {
    try (ProvenanceServer server = start("127.0.0.1", CrossOrigin.ANY)) {
      Wire.Answer append =
          new Wire(server)
              .append("Origin: " + PAGE, "Content-Length: " + quads("run", 1).length())
              .send(quads("run", 1))
              .answer();

      assertThat(append.status()).isEqualTo(403);
      assertThat(ask(server, "POST /compact", "Origin: " + PAGE, "Content-Length: 0").status())
          .isEqualTo(403);
      assertThat(new Client(server.uri()).count()).isZero();
      try (Wire wire = new Wire(server)) {
        wire.send(
            "GET /provdl"
                + ASK
                + " HTTP/1.1\r\nHost: evil.example\r\nOrigin: "
                + PAGE
                + "\r\n\r\n");
        assertThat(wire.answer().status()).isEqualTo(421);
      }
      assertThat(new Client(server.uri()).post("/append", NQUADS, quads("run", 1)).statusCode())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page.example",
        "https://page.example/",
        "https://page.example/x",
        "null",
        "",
        "*.example",
        "https://a@b",
        "HTTPS://page.example"
      })
  void whatIsNoOriginIsRefusedAtTheStart(String origin) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProvenanceServer.builder(store).crossOrigin(origin))
        .withMessageContaining("is not the origin of web pages");
  }

  private ProvenanceServer start(String host, String... origins) {
    return ProvenanceServer.builder(store).host(host).crossOrigin(origins).port(0).start();
  }

  private static Wire.Answer ask(ProvenanceServer server, String request, String... headers)
      throws IOException {
    int space = request.indexOf(' ');
    try (Wire wire = new Wire(server)) {
      return wire.send(
              "%s /provdl%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n"
                  .formatted(
                      request.substring(0, space),
                      request.substring(space + 1),
                      String.join("\r\n", headers)))
          .answer();
    }
  }
}
