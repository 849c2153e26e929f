package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provdl.server.Client.NQUADS;
import static org.provdl.server.Client.encoded;
import static org.provdl.server.Client.quads;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.store.ProvenanceStore;

/** Attacks on a server of which SECURITY.md tells; others are in tests of their own. */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // set before all tests
final class ThreatsIT {

  private static final int QUADS = 2_000;

  /** Its answer has 10 MB. */
  private static final String LARGE =
      "SELECT ?text { ?s ?p ?o BIND('%s' AS ?text) }".formatted("x".repeat(5_000));

  @TempDir private static Path directory;

  private static ProvenanceStore store;
  private static ProvenanceServer standard;

  private ProvenanceServer server = standard;
  private Client client = new Client(server.uri());

  @BeforeAll
  static void start() throws Exception {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    standard = ProvenanceServer.builder(store).port(0).start();
    HttpResponse<String> answer =
        new Client(standard.uri()).post("/append", NQUADS, quads("run", QUADS));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  /** Attacks another server, which has these limits. */
  private void serve(Limits limits) {
    server = ProvenanceServer.builder(store).port(0).limits(limits).start();
    client = new Client(server.uri());
  }

  @AfterEach
  void nothingHasChanged() throws Exception {
    if (server != standard) {
      server.close();
    }
    assertThat(new Client(standard.uri()).count()).isEqualTo(QUADS);
  }

  @AfterAll
  static void stop() {
    standard.close();
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../../etc/passwd",
        "/provdl/../../../../etc/passwd",
        "/provdl/queries/../../../../etc/passwd",
        "/provdl/queries/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/provdl/queries/..%2f..%2f..%2f..%2fetc%2fpasswd%00.rq",
        "/provdl/queries/%2e%2e/%2e%2e/etc/passwd.rq",
        "/provdl/queries/..;/..;/etc/passwd",
        "/provdl/run/..%5c..%5cetc%5cpasswd",
        "//etc/passwd",
        "/provdl?graph=file:///etc/passwd",
        "/provdl/data?graph=../../../../etc/passwd",
        "/$/..%2f..%2fetc/passwd"
      })
  void noAddressLeadsToAFile(String path) throws Exception {
    try (Wire wire = new Wire(server)) {
      Wire.Answer answer =
          wire.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").answer();

      assertThat(answer.status()).isBetween(300, 499);
      assertThat(answer.body()).doesNotContain("root:");
    }
  }

  @Test
  void nothingMakesTheServerReachForAnother() throws Exception {
    try (ServerSocket trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String there = "http://127.0.0.1:" + trap.getLocalPort() + "/";
      for (String query :
          new String[] {
            "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
            "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
            "SELECT * { BIND(<%s> AS ?there) SERVICE ?there { ?s ?p ?o } }",
            "SELECT * FROM <%s> { ?s ?p ?o }",
            "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
            "SELECT * { GRAPH <%s> { ?s ?p ?o } }",
            "DESCRIBE <%s>",
            "LOAD <%s>"
          }) {
        client.query(query.formatted(there));
        client.post("/query", "application/sparql-query", query.formatted(there));
      }
      client.get("/query?query=ASK%7B%7D&default-graph-uri=" + encoded(there), "*/*");
      client.get("/query?query=ASK%7B%7D&named-graph-uri=" + encoded(there), "*/*");
      client.get("/query?query=ASK%7B%7D&stylesheet=" + encoded(there), "*/*");
      client.get("?graph=" + encoded(there), "*/*");
      for (String endpoint : new String[] {"", "/update", "/query", "/append"}) {
        client.post(endpoint, "application/sparql-update", "LOAD <" + there + ">");
      }
      String document =
          "{\"@context\": \"%s\", \"@graph\": [{\"@id\": \"x:s\", \"x:p\": 1}]}".formatted(there);
      String entity = "<!DOCTYPE a [<!ENTITY e SYSTEM \"%s\">]><a>&e;</a>".formatted(there);
      for (String path : new String[] {"/append", "/append?graph=x:g", "?graph=x:g"}) {
        assertThat(client.post(path, "application/ld+json", document).statusCode())
            .isBetween(400, 499);
        assertThat(client.post(path, "application/rdf+xml", entity).statusCode())
            .isBetween(400, 499);
      }

      trap.setSoTimeout(200);
      assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } }",
        "SELECT * { GRAPH <file:///etc/passwd> { ?s ?p ?o } }"
      })
  void aQueryReadsNoFile(String query) throws Exception {
    HttpResponse<String> answer = client.query(query);

    assertThat(answer.body()).doesNotContain("root:");
    assertThat(answer.statusCode() == 422 || answer.body().lines().count() == 1).isTrue();
  }

  @Test
  @Timeout(10)
  void aBillionLaughsAreNotLaughed() throws Exception {
    String entities =
        IntStream.range(1, 30)
            .mapToObj(i -> "<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1))
            .collect(Collectors.joining());
    String bomb =
        """
        <?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "ha">%s]>
        <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="x:">
          <r:Description r:about="x:s"><x:p>&e29;</x:p></r:Description></r:RDF>
        """
            .formatted(entities);

    assertThat(client.post("/append?graph=x:g", "application/rdf+xml", bomb).statusCode())
        .isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/provdl/run/x%0d%0aSet-Cookie:%20a=b",
        "/provdl/run/x%0aSet-Cookie:%20a=b",
        "/provdl/queries/list-runs?format=csv%0d%0aSet-Cookie:%20a=b",
        "/provdl/queries/x%0d%0aSet-Cookie:%20a=b",
        "/provdl?graph=x%0d%0aSet-Cookie:%20a=b",
        "/provdl/query?query=ASK%7B%7D&callback=x%0d%0aSet-Cookie:%20a=b",
        "/provdl/query?query=ASK%7B%7D&force-accept=x%0d%0aSet-Cookie:%20a=b"
      })
  void noAddressBringsAHeaderIntoAnAnswer(String path) throws Exception {
    try (Wire wire = new Wire(server)) {
      Wire.Answer answer =
          wire.send(
                  "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: x\rSet-Cookie: a=b\r\n\r\n"
                      .formatted(path))
              .answer();
      assertThat(answer.status()).isEqualTo(400);
    }
    try (Wire wire = new Wire(server)) {
      Wire.Answer answer =
          wire.send("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path)).answer();
      assertThat(answer.headers()).doesNotContainKey("set-cookie");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /provdl/query?query=ASK%7B%7D",
    "GET, /provdl/query?query=broken",
    "GET, /provdl?graph=x:missing",
    "GET, /provdl/queries",
    "GET, /provdl/queries/missing",
    "GET, /provdl/run/x",
    "GET, /missing",
    "GET, /$/ping",
    "POST, /provdl/append",
    "PUT, /provdl/data",
    "TRACE, /provdl",
    "OPTIONS, /provdl",
    "GET, /provdl/%zz",
    "BR\u0001KEN, /"
  })
  void everyAnswerTellsBrowsersToBeCareful(String method, String path) throws Exception {
    try (Wire wire = new Wire(server)) {
      Wire.Answer answer =
          wire.send(
                  "%s %s HTTP/1.1\r\nHost: localhost\r\nX-Secret: echo\r\nContent-Length: 0\r\n\r\n"
                      .formatted(method, path))
              .answer();

      assertThat(answer.headers())
          .containsEntry("x-content-type-options", "nosniff")
          .containsEntry("referrer-policy", "no-referrer")
          .containsEntry("cross-origin-resource-policy", "same-origin")
          .containsKey("content-security-policy")
          .doesNotContainKey("server");
      assertThat(answer.headers().get("content-security-policy"))
          .contains("default-src 'none'", "frame-ancestors 'none'");
      assertThat(answer.body()).doesNotContain("\tat ", "echo");
    }
  }

  @Test
  void aQueryThatWouldRunForEverIsCutOff() throws Exception {
    serve(Limits.STANDARD.query(Duration.ofSeconds(1)));
    for (String query :
        new String[] {
          "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
          "SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i",
          "SELECT DISTINCT ?b { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
          "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(str(?a) = str(?i)) }"
        }) {
      HttpResponse<String> answer =
          client.get("/query?timeout=3600&query=" + encoded(query), "*/*");

      assertThat(answer.statusCode()).as(query).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(answer.body()).isEqualTo("Query timed out\n");
    }
  }

  static Stream<String> oversized() {
    int many = 20_000;
    return Stream.of(
        "ASK { <x:s> <x:p>" + "/<x:p>".repeat(many) + " ?o }",
        "ASK {" + "OPTIONAL { ?s ?p ?o }".repeat(many) + "}",
        "ASK " + "{".repeat(many) + "}".repeat(many),
        "ASK { FILTER(" + "(".repeat(many) + "1" + ")".repeat(many) + ") }",
        "ASK { FILTER('" + "x".repeat(BoundedQueries.MOST_CHARACTERS) + "') }");
  }

  @ParameterizedTest
  @MethodSource("oversized")
  @Timeout(10)
  void aQueryOf20000StepsOrLevelsIsRefused(String query) throws Exception {
    HttpResponse<String> answer = client.post("/query", "application/sparql-query", query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("The query has more than 10,000 words and signs");
  }

  @Test
  void aQueryOfManyValuesIsAnswered() throws Exception {
    String query = "SELECT * { VALUES ?x {" + " 1".repeat(9_000) + " } }";
    HttpResponse<String> answer = client.post("/query", "application/sparql-query", query);

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void aFailureOfTheStoreTellsNothingOfTheInside(@TempDir Path another) throws Exception {
    ProvenanceStore closed = ProvenanceStore.openOrCreate(another.resolve("store"));
    server = ProvenanceServer.builder(closed).port(0).start();
    closed.close();
    for (String path :
        new String[] {"/query?query=ASK%7B%7D", "?graph=x:g", "/queries/list-runs"}) {
      HttpResponse<String> answer = new Client(server.uri()).get(path, "*/*");

      assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
      assertThat(answer.body()).doesNotContain("Exception", "\tat ", "org.provdl");
    }
  }

  @Test
  void anAnswerOfSparqlThatIsTooLargeIsRefusedAndNotCut() throws Exception {
    serve(Limits.STANDARD.spool(new SpoolLimits(50_000, 1 << 30, 1)));
    String all = "/query?query=" + encoded("SELECT * { ?s ?p ?o }");
    HttpResponse<String> answer = client.get(all, "text/csv");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .isEqualTo("The answer has more than 50000 bytes. Ask for less, for example with LIMIT.\n");
    assertThat(client.get(all + encoded(" LIMIT 100"), "text/csv").body().lines()).hasSize(101);
    assertThat(client.get("", "application/n-quads").statusCode()).isEqualTo(422);
  }

  private Wire ask(String query) throws Exception {
    return new Wire(server)
        .send(
            "GET /provdl/query?query=%s HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n"
                .formatted(encoded(query)));
  }

  /** More than there are threads of Jetty or of the store; each leaves megabytes unread. */
  @Test
  void clientsThatDoNotReadSparqlHoldNoThread() throws Exception {
    Wire[] slow = new Wire[24];
    try {
      for (int i = 0; i < slow.length; i++) {
        slow[i] = ask(LARGE);
      }
      for (Wire wire : slow) {
        while (!wire.hasAnswer()) {
          Thread.sleep(20);
        }
        assertThat(client.count()).isEqualTo(QUADS);
      }
    } finally {
      for (Wire wire : slow) {
        wire.reset();
      }
    }
  }

  @Test
  void whoReadsSparqlTooSlowlyGetsNoMore() throws Exception {
    SpoolLimits impatient = new SpoolLimits(1 << 30, 1 << 30, 1 << 30);
    serve(Limits.STANDARD.body(Duration.ofMillis(500)).spool(impatient));
    try (Wire slow = ask(LARGE)) {
      while (!slow.hasAnswer()) {
        Thread.sleep(20);
      }
      Thread.sleep(1_500);

      assertThat(slow.answer().body()).hasSizeLessThan(QUADS * 5_000);
    }
  }

  @Test
  void whatClientsHaveYetToTakeOfSparqlIsBounded() throws Exception {
    serve(Limits.STANDARD.spool(new SpoolLimits(1 << 30, 100_000, 1)));
    HttpResponse<String> answer = client.query("SELECT * { ?s ?p ?o }");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(client.query("SELECT * { ?s ?p ?o } LIMIT 10").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/query;a=b", "/query/", "/%71uery", "/./query"})
  void anAddressThatIsWrittenInAnotherWayIsNoWayAround(String path) throws Exception {
    try (Wire wire = new Wire(server)) {
      Wire.Answer answer =
          wire.send(
                  "GET /provdl%s?query=ASK%%7B%%7D HTTP/1.1\r\nHost: localhost\r\n\r\n"
                      .formatted(path))
              .answer();

      assertThat(answer.status()).isBetween(400, 404);
    }
  }

  @Test
  void errorsOfAnyLanguageAreSaid() throws Exception {
    HttpResponse<String> answer = client.query("SELECT * { ?s <x:p> 学習:läufer }");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("学習:läufer");
  }
}
