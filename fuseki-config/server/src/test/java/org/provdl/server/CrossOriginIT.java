package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.provdl.server.Client.encoded;
import static org.provdl.server.Client.quads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

  @TempDir private static Path directory;
  private static ProvenanceStore store;

  /** Lets one origin read, on loopback. */
  private static ProvenanceServer local;

  /** Lets one origin read, wherever it is. */
  private static ProvenanceServer open;

  /** Lets any origin read. */
  private static ProvenanceServer any;

  /** Lets none read, wherever it is. */
  private static ProvenanceServer closed;

  @BeforeAll
  static void start() {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    local = start("127.0.0.1", PAGE);
    open = start("0.0.0.0", PAGE);
    any = start("127.0.0.1", CrossOrigin.ANY);
    closed = start("0.0.0.0");
  }

  @AfterAll
  static void stop() {
    List.of(local, open, any, closed).forEach(ProvenanceServer::close);
    store.close();
  }

  @Test
  void aNamedOriginReads() throws Exception {
    for (ProvenanceServer server : List.of(local, open)) {
      for (String path : List.of(ASK, "/queries", "/void", "/ontology", "/openapi.json")) {
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
    for (ProvenanceServer server : List.of(local, open)) {
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

  @Test
  void noOtherOriginReads() throws Exception {
    assertThat(ask(local, "GET " + ASK, "Origin: " + OTHER).status()).isEqualTo(403);
    for (ProvenanceServer server : List.of(open, closed)) {
      assertThat(ask(server, "GET " + ASK, "Origin: " + OTHER).headers())
          .doesNotContainKey("access-control-allow-origin");
    }
    assertThat(ask(closed, "GET " + ASK, "Origin: " + PAGE).headers())
        .doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void anyOriginReadsWhereThatWasAskedFor() throws Exception {
    assertThat(ask(any, "GET " + ASK, "Origin: " + OTHER).headers())
        .containsEntry("access-control-allow-origin", OTHER);
  }

  @Test
  void noPageWritesNorTakesAName() throws Exception {
    for (ProvenanceServer server : List.of(local, any)) {
      try (Wire wire = new Wire(server)) {
        assertThat(
                wire.append("Origin: " + PAGE, "Content-Length: " + quads("run", 1).length())
                    .send(quads("run", 1))
                    .answer()
                    .status())
            .isEqualTo(403);
      }
      assertThat(ask(server, "POST /compact", "Origin: " + PAGE, "Content-Length: 0").status())
          .isEqualTo(403);
      assertThat(new Client(server.uri()).count()).isZero();
      try (Wire wire = new Wire(server)) {
        wire.send(
            "GET /provdl%s HTTP/1.1\r\nHost: evil.example\r\nOrigin: %s\r\n\r\n"
                .formatted(ASK, PAGE));
        assertThat(wire.answer().status()).isEqualTo(421);
      }
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

  private static ProvenanceServer start(String host, String... origins) {
    ProvenanceServer.Builder server =
        ProvenanceServer.builder(store).host(host).crossOrigin(origins).port(0);
    return (host.equals("0.0.0.0") ? server.insecure() : server).start();
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
