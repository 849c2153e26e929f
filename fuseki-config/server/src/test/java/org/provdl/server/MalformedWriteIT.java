package org.provdl.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.server.Client.NQUADS;
import static org.provdl.server.Client.encoded;
import static org.provdl.server.Client.iri;
import static org.provdl.server.Client.quads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.provdl.store.ProvenanceStore;

/**
 * Large writes with an error near their end. One of them, in any of these forms, makes a stock
 * Fuseki abort; with something read from disk after it, and then a write, that corrupts TDB2 for
 * good (apache/jena GH-3877).
 */
final class MalformedWriteIT {

  private static final int STATEMENTS = 100_000;
  private static final int QUADS = 1_000;

  /** Where a stock Fuseki writes, and ours. */
  private static final List<String> ENDPOINTS =
      List.of("/append", "/update", "/patch", "/data", "/upload", "/query", "");

  private static final int MILLISECONDS = 30_000;

  private static final String HEAD =
      """
      POST %s HTTP/1.1
      Host: localhost
      Content-Type: %s
      Content-Length: %d
      Expect: 100-continue

      """
          .replace("\n", "\r\n");

  private ProvenanceStore store;
  private ProvenanceServer server;
  private Client client;

  @BeforeEach
  void startWithNothingCached(@TempDir Path directory) throws Exception {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    start();
    for (String endpoint : ENDPOINTS) {
      client.post("/append", NQUADS, quads("before" + endpoint, QUADS));
    }
    restart();
  }

  private void start() {
    server = ProvenanceServer.builder(store).port(0).start();
    client = new Client(server.uri());
  }

  private void restart() {
    stop();
    store = ProvenanceStore.open(store.directory());
    start();
  }

  @AfterEach
  void stop() {
    server.close();
    store.close();
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        arguments(NQUADS, "", i -> "%s <%s> .".formatted(triple(i), iri("bad"))),
        arguments(
            "application/sparql-update",
            "INSERT DATA { GRAPH <%s> {".formatted(iri("bad")),
            i -> triple(i) + " ."),
        arguments(
            "application/rdf-patch", "TX .", i -> "A %s <%s> .".formatted(triple(i), iri("bad"))));
  }

  private static Arguments arguments(String type, String first, IntFunction<String> statement) {
    String statements =
        IntStream.range(0, STATEMENTS)
            .mapToObj(i -> statement.apply(i) + "\n")
            .collect(Collectors.joining());
    return Arguments.of(type, Named.of("malformed", first + "\n" + statements + "<broken"));
  }

  private static String triple(int number) {
    return "<%s> <%s> \"%d\"".formatted(iri("bad#" + number), iri("predicate"), number);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void isRefusedWhereverItIsSentAndDoesNoHarm(String type, String body) throws Exception {
    for (String endpoint : ENDPOINTS) {
      assertThat(status(endpoint, type, body)).as(endpoint).isBetween(400, 499);
      assertThat(size("before" + endpoint)).isEqualTo(QUADS);
      client.post("/append", NQUADS, quads("after" + endpoint, QUADS));
    }
    assertThat(client.count()).isEqualTo(2 * ENDPOINTS.size() * QUADS);
    restart();
    for (String endpoint : ENDPOINTS) {
      assertThat(size("before" + endpoint)).isEqualTo(QUADS);
      assertThat(size("after" + endpoint)).isEqualTo(QUADS);
    }
  }

  /** Quads in a graph, each of them read in full. */
  private long size(String graph) throws Exception {
    HttpResponse<String> answer =
        client.get("?graph=" + encoded(iri(graph)), "application/n-triples");
    return answer.body().lines().count();
  }

  /** Sends the body when it is asked for, so that no refusal before its end is lost. */
  private int status(String endpoint, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    URI service = server.uri();
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket.setSoTimeout(MILLISECONDS);
      OutputStream request = socket.getOutputStream();
      request.write(
          HEAD.formatted(service.getPath() + endpoint, type, bytes.length).getBytes(US_ASCII));
      BufferedReader answer =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      String status = answer.readLine();
      if (status.contains(" 100 ")) {
        request.write(bytes);
        answer.readLine();
        status = answer.readLine();
      }
      return Integer.parseInt(status.split(" ", 3)[1]);
    }
  }
}
