package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.server.Client.NQUADS;
import static org.provdl.server.Client.encoded;
import static org.provdl.server.Client.quads;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.store.ProvenanceStore;

/**
 * Queries that would never end, or fill the memory, in ways that ARQ has no limit for: they are
 * answered with an error soon, and others go on.
 */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // set before all tests
final class BoundedQueriesIT {

  private static final int QUADS = 2_000;

  /** In MiB. */
  private static final int MEMORY = 8;

  private static final String NESTED = "'(.*)*x\\\\1$'";

  private static final String TEXT = "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'";

  /** As many rows as there are quads, to the power of three. */
  private static final String CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i";

  @TempDir private static Path directory;

  private static ProvenanceStore store;
  private static ProvenanceServer server;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    server =
        ProvenanceServer.builder(store)
            .port(0)
            .limits(Limits.STANDARD.query(Duration.ofSeconds(1)).queryMemory(MEMORY))
            .start();
    client = new Client(server.uri());
    assertThat(client.post("/append", NQUADS, quads("run", QUADS)).statusCode()).isEqualTo(200);
  }

  @AfterEach
  void othersAreAnswered() throws Exception {
    assertThat(client.count()).isEqualTo(QUADS);
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  static Stream<String> endless() {
    return Stream.of(
        "ASK { FILTER(regex(%s, %s)) }",
        "ASK { ?s ?p ?o FILTER(regex(%s, %s)) }",
        "ASK { ?s ?p ?o FILTER(strlen(str(?o)) > 0 && (false || !regex(%s, %s, 'i'))) }",
        "ASK { VALUES (?t ?r) { (%s %s) } FILTER(regex(?t, ?r)) }",
        "SELECT (regex(%s, %s) AS ?x) { ?s ?p ?o }",
        "SELECT ?x { ?s ?p ?o BIND(IF(regex(%s, %s), 1, 2) AS ?x) }",
        "SELECT ?x { BIND(replace(%s, %s, '') AS ?x) }",
        "SELECT ?o { ?s ?p ?o } ORDER BY regex(%s, %s)",
        "SELECT ?k { ?s ?p ?o } GROUP BY (regex(%s, %s) AS ?k)",
        "SELECT (sum(IF(regex(%s, %s), 1, 0)) AS ?n) { ?s ?p ?o }",
        "SELECT ?p { ?s ?p ?o } GROUP BY ?p HAVING(count(*) > 0) (regex(%s, %s))",
        "ASK { ?s ?p ?o FILTER EXISTS { ?s ?p ?x FILTER(regex(%s, %s)) } }",
        "ASK { ?s ?p ?o OPTIONAL { ?s ?q ?x FILTER(?s != ?q && regex(%s, %s)) } }",
        "ASK { ?s ?p ?o MINUS { ?s ?q ?x FILTER(regex(%s, %s)) } }",
        "ASK { { SELECT ?s { ?s ?p ?o FILTER(regex(%s, %s)) } LIMIT 1 } }",
        "ASK { FILTER(<http://www.w3.org/2005/xpath-functions#matches>(%s, %s)) }",
        "ASK { FILTER(CALL(<http://www.w3.org/2005/xpath-functions#matches>, %s, %s)) }",
        "ASK { FILTER(<http://www.w3.org/2005/xpath-functions#replace>(%s, %s, '') = '') }",
        "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o FILTER(regex(%s, %s)) }",
        "DESCRIBE ?s { ?s ?p ?o FILTER(regex(%s, %s)) }");
  }

  @ParameterizedTest
  @MethodSource("endless")
  void aRegularExpressionThatWouldRunForEverIsCutOff(String query) throws Exception {
    isCutOff(query.formatted(TEXT, NESTED));
  }

  private static void isCutOff(String query) throws Exception {
    long begun = System.nanoTime();
    HttpResponse<String> answer = client.query(query);

    assertThat(answer.body()).isEqualTo("Query timed out\n");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
  }

  /** More than there are threads for it. */
  @Test
  void manySuchExpressionsLeaveNoThreadBusy() throws Exception {
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    String query = encoded("ASK { FILTER(regex(%s, %s)) }".formatted(TEXT, NESTED));
    for (int i = 0; i < 24; i++) {
      answers.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return client.get("/query?query=" + query, "*/*").statusCode();
                } catch (Exception failure) {
                  throw new IllegalStateException(failure);
                }
              },
              task -> new Thread(task).start()));
    }

    assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(503);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the second pattern waits for the first, before ARQ begins to look at the time
        "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = 1 && ?i = 2) OPTIONAL { ?x ?y ?i } ?c ?y ?z }",
        "ASK { VALUES ?p { <x:p> } <x:s> ((!<x:a>|!<x:b>)/(^!<x:a>|^!<x:b>)/(!<x:a>|!<x:b>)/(^!<x:a>|^!<x:b>))+ ?o }",
        "SELECT (count(*) AS ?n) { ?s ((!<x:a>|^!<x:b>)/(!<x:b>|^!<x:a>)/(!<x:b>|^!<x:a>))* ?o }"
      })
  void aPathOrPatternThatWouldRunForEverIsCutOff(String query) throws Exception {
    HttpResponse<String> answer = client.query(query);

    assertThat(answer.statusCode()).isIn(200, 422, 503);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://jena.apache.org/ARQ/function#wait",
        "java:org.apache.jena.sparql.function.library.wait",
        "http://jena.apache.org/ARQ/function#FN_Matches"
      })
  void noFunctionWaitsOrIsLoadedByItsName(String function) throws Exception {
    HttpResponse<String> answer =
        client.query("SELECT ?x { BIND(<%s>(100000, 'a') AS ?x) }".formatted(function));

    assertThat(answer.body()).isEqualTo("x\r\n\r\n");
  }

  static Stream<String> greedy() {
    return Stream.of(
        "SELECT ?a ?i { %s } ORDER BY ?a",
        "SELECT ?a ?b ?c ?d ?e ?f ?g ?h ?i { %s } ORDER BY ?a",
        "SELECT DISTINCT ?a ?d { %s }",
        "SELECT ?a ?d (count(*) AS ?n) { %s } GROUP BY ?a ?d",
        "SELECT ?a ?d { %s } GROUP BY ?a ?d",
        "SELECT (group_concat(str(?i)) AS ?x) { %s }",
        "SELECT (count(DISTINCT concat(str(?a), str(?d), str(?g))) AS ?n) { %s }",
        "SELECT (count(DISTINCT *) AS ?n) { %s }",
        "SELECT ?x { { SELECT ?x { %s BIND(concat(str(?a), str(?d)) AS ?x) } } ?x ?y ?z }",
        "ASK { ?x ?y ?z MINUS { SELECT ?x ?a ?d ?g { %s BIND(str(?a) AS ?x) } } }",
        "ASK { ?x ?y ?z FILTER EXISTS { SELECT ?a { %s } ORDER BY ?i } }",
        "CONSTRUCT { ?a ?b [] } { %s }",
        "CONSTRUCT { GRAPH ?a { ?d ?e ?i } } { %s }",
        "DESCRIBE ?x { %s BIND(iri(concat('x:', struuid())) AS ?x) }");
  }

  @ParameterizedTest
  @MethodSource("greedy")
  void aQueryThatNeedsTooMuchMemoryIsRefused(String query) throws Exception {
    isRefused(query.formatted(CROSS));
  }

  private static void isRefused(String query) throws Exception {
    HttpResponse<String> answer = client.query(query);

    assertThat(answer.body())
        .isEqualTo(
            "The query needs more than 8 MiB of memory to sort, group, join, describe or construct. Ask for less.\n");
    assertThat(answer.statusCode()).isEqualTo(422);
  }

  static Stream<String> growing() {
    StringBuilder doubling = new StringBuilder("BIND('0123456789' AS ?x0)");
    for (int i = 1; i < 40; i++) {
      doubling.append(
          "BIND(%%s AS ?x%d)".formatted(i).formatted("concat(?x%1$d, ?x%1$d)".formatted(i - 1)));
    }
    String text = "a".repeat(10_000);
    return Stream.of(
        "ASK { %s FILTER(strlen(?x39) > 1) }".formatted(doubling),
        "ASK { FILTER(replace(replace('%1$s', '.', '%1$s'), '.', '%1$s') = '') }".formatted(text));
  }

  @ParameterizedTest
  @MethodSource("growing")
  void aTextThatGrowsWithoutEndIsRefused(String query) throws Exception {
    HttpResponse<String> answer = client.post("/query", "application/sparql-query", query);

    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void aNumberThatGrowsWithoutEndIsNone() throws Exception {
    StringBuilder squares = new StringBuilder("BIND(9 AS ?x0)");
    for (int i = 1; i < 40; i++) {
      squares.append("BIND(?x%1$d * ?x%1$d AS ?x%2$d)".formatted(i - 1, i));
    }

    assertThat(client.query("SELECT ?x3 ?x39 {%s}".formatted(squares)).body())
        .isEqualTo("x3,x39\r\n43046721,\r\n");
    assertThat(
            client
                .query(
                    "SELECT ?x { BIND(<http://www.w3.org/2005/xpath-functions/math#pow>(3, 1000000000) AS ?x) }")
                .body())
        .isEqualTo("x\r\n\r\n");
  }

  @Test
  void anExpressionThatMatchesNothingInTooManyWaysIsRefused() throws Exception {
    HttpResponse<String> answer =
        client.query("ASK { FILTER(regex('', '%s(?!)')) }".formatted("(?:a*|b*)".repeat(60)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .endsWith("has too many parts that match nothing. Write it more simply.\n");
  }

  /** What is read in a stream needs no memory; what is counted neither. */
  @Test
  void manyRowsThatAreNotKeptAreAnswered() throws Exception {
    String pairs = "{ ?a ?b ?c . { SELECT * { ?d ?e ?f } LIMIT 100 } }";
    assertThat(client.query("SELECT (count(*) AS ?n) " + pairs).body())
        .isEqualTo("n\r\n200000\r\n");
    assertThat(client.query("SELECT ?c ?f " + pairs).body().lines()).hasSize(200_001);
  }

  @Test
  void aStockFusekiHasTheSameBounds(@TempDir Path another) throws Exception {
    ProvenanceStore.openOrCreate(another.resolve("store")).close();
    Path description = another.resolve("provdl-fuseki.ttl");
    Files.writeString(
        description,
        Files.readString(Path.of("..", "provdl-fuseki.ttl"))
            .replace("\"provdl-store\"", "\"" + another.resolve("store") + "\"")
            .replace("\"60000\"", "\"1000\"")
            .replace(
                "# ja:context [ ja:cxtName \"https://w3id.org/provdl#queryMemory\" ; ja:cxtValue \"512\" ] ;",
                "ja:context [ ja:cxtName \"https://w3id.org/provdl#queryMemory\" ; ja:cxtValue \"8\" ] ;"));
    FusekiServer stock = FusekiServer.create().port(0).parseConfigFile(description).start();
    Client own = client;
    try {
      client = new Client(URI.create(stock.datasetURL("provdl")));
      isCutOff("ASK { FILTER(regex(%s, %s)) }".formatted(TEXT, NESTED));
      isRefused(
          "SELECT ?x { { SELECT ?x { %s BIND(struuid() AS ?x) } } } ORDER BY ?x"
              .formatted(values("a") + values("b") + values("c")));
    } finally {
      client = own;
      stock.stop();
    }
  }

  private static String values(String variable) {
    return "VALUES ?%s {%s}".formatted(variable, " 1".repeat(100));
  }
}
