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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.provdl.queries.Catalogue;
import org.provdl.store.ProvenanceStore;

/**
 * Queries that would never end, or fill the memory, in ways that ARQ has no limit for: they are
 * answered with an error soon, and others go on.
 */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // set before all tests
final class BoundedQueriesIT {

  private static final int ROWS = 400;

  private static final int NODES = 40;

  private static final int QUADS = ROWS + NODES * NODES;

  /** In MiB. */
  private static final int MEMORY = 2;

  private static final String NESTED = "'(.*)*x\\\\1$'";

  private static final String TEXT = "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'";

  /** Four million rows. */
  private static final String CROSS = "?a ?b ?c . ?d ?e ?f";

  private static final Duration TIME = Duration.ofMillis(200);

  @TempDir private static Path directory;

  private static ProvenanceStore store;
  private static ProvenanceServer impatient;
  private static ProvenanceServer patient;

  private Client client = new Client(impatient.uri());

  @BeforeAll
  static void start() throws Exception {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    Files.writeString(
        Files.createDirectories(directory.resolve("own/mine")).resolve("matching.rq"),
        """
        #+ title: Matching
        #+ question: Which pairs are there, and does the text match?
        #+ parameters:
        #+   pattern: {type: string, meaning: what it has to match}
        #+ columns:
        #+   a: a thing
        SELECT ?a { ?a ?b ?c . ?d ?e ?f FILTER(!regex(%s, ?pattern)) } ORDER BY ?d
        """
            .formatted(TEXT));
    Catalogue own = Catalogue.standard().plus(directory.resolve("own"));
    patient = serve(own, Limits.STANDARD.queryMemory(MEMORY));
    impatient = serve(own, Limits.STANDARD.query(TIME));
    for (String graph : new String[] {quads("run", ROWS), mesh()}) {
      assertThat(new Client(patient.uri()).post("/append", NQUADS, graph).statusCode())
          .isEqualTo(200);
    }
  }

  private static ProvenanceServer serve(Catalogue catalogue, Limits limits) {
    return ProvenanceServer.builder(store).catalogue(catalogue).port(0).limits(limits).start();
  }

  /** Nodes that all lead to all. */
  private static String mesh() {
    return IntStream.range(0, NODES * NODES)
        .mapToObj(
            i -> "<x:node%d> <x:edge> <x:node%d> <x:mesh> .\n".formatted(i / NODES, i % NODES))
        .collect(Collectors.joining());
  }

  @AfterEach
  void othersAreAnswered() throws Exception {
    assertThat(new Client(patient.uri()).count()).isEqualTo(QUADS);
  }

  @AfterAll
  static void stop() {
    impatient.close();
    patient.close();
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

  private void isCutOff(String query) throws Exception {
    long begun = System.nanoTime();
    HttpResponse<String> answer = client.query(query);

    assertThat(answer.body()).isEqualTo("Query timed out\n");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
  }

  /** More than there are threads for it. */
  @Test
  void manySuchExpressionsLeaveNoThreadBusy() throws Exception {
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    String query = encoded("ASK { FILTER(regex(%s, %s)) }".formatted(TEXT, NESTED));
    for (int i = 0; i < 20; i++) {
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
        // the second pattern waits for a row of the first, before ARQ looks at the time
        "ASK { { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(str(?a) = concat('x', str(?i))) } ?a ?b ?x }",
        "ASK { <x:node0> (<x:edge>/<x:edge>/<x:edge>/<x:edge>/<x:edge>/<x:edge>)* <x:none> }",
        "SELECT (count(*) AS ?n) { ?s ((!<x:a>|^!<x:b>)/(!<x:b>|^!<x:a>))* ?o }"
      })
  void aPatternOrPathThatWouldRunForEverIsCutOff(String query) throws Exception {
    isCutOff(query);
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
        "SELECT ?a { %s } ORDER BY ?d",
        "SELECT DISTINCT ?a ?d { %s }",
        "SELECT ?a ?d (count(*) AS ?n) { %s } GROUP BY ?a ?d",
        "SELECT ?a ?d { %s } GROUP BY ?a ?d",
        "SELECT (group_concat(str(?a)) AS ?x) { %s }",
        "SELECT (count(DISTINCT concat(str(?a), str(?d))) AS ?n) { %s }",
        "SELECT (count(DISTINCT *) AS ?n) { %s }",
        "SELECT ?x { { SELECT ?x ?d { %s BIND(?a AS ?x) } } { SELECT ?x ?y { ?x ?y ?z } LIMIT 10 } }",
        "ASK { ?x ?y ?z MINUS { SELECT ?x ?d { %s BIND(?a AS ?x) } } }",
        "ASK { ?x ?y ?z OPTIONAL { { SELECT ?x ?d { %s BIND(?a AS ?x) } } FILTER(?d != ?z) } FILTER(!bound(?d)) }",
        "ASK { ?x ?y ?z FILTER EXISTS { { SELECT ?a { %s } ORDER BY ?d } } }",
        "CONSTRUCT { ?a ?b [] } { %s }",
        "CONSTRUCT { GRAPH ?a { ?d ?e ?a } } { %s }",
        "DESCRIBE ?x { %s BIND(iri(concat('x:', struuid())) AS ?x) }");
  }

  @ParameterizedTest
  @MethodSource("greedy")
  void aQueryThatNeedsTooMuchMemoryIsRefused(String query) throws Exception {
    client = new Client(patient.uri());
    isRefused(query.formatted(CROSS));
  }

  private void isRefused(String query) throws Exception {
    HttpResponse<String> answer = client.query(query);

    assertThat(answer.body())
        .matches(
            "The query needs more than [12] MiB of memory to sort, group, join, describe or construct. Ask for less.\n");
    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void theCatalogueHasTheSameBounds() throws Exception {
    HttpResponse<String> late =
        client.get("/queries/matching?pattern=" + encoded("(.*)*x\\1$"), "application/json");
    HttpResponse<String> large =
        new Client(patient.uri()).get("/queries/matching?pattern=b", "application/json");

    assertThat(late.statusCode()).isEqualTo(503);
    assertThat(late.body()).contains("took longer than 200 ms");
    assertThat(large.statusCode()).isEqualTo(422);
    assertThat(large.body()).contains("needs more than 2 MiB of memory");
  }

  @Test
  void aTableOfTextThatNeedsTooMuchMemoryIsRefused() throws Exception {
    client = new Client(patient.uri());
    String rows = "/query?output=text&query=" + encoded("SELECT * { %s }".formatted(CROSS));

    assertThat(client.get(rows, "*/*").statusCode()).isEqualTo(422);
    assertThat(client.get(rows + encoded(" LIMIT 10"), "*/*").body().lines()).hasSize(14);
  }

  /** Twice as much as a query may hold is there for all. */
  @Test
  void whatIsGivenUpIsLetGoOf() throws Exception {
    client = new Client(patient.uri());
    for (int i = 0; i < 3; i++) {
      isRefused("CONSTRUCT { ?a ?b [] } { %s }".formatted(CROSS));
      isRefused("ASK { { SELECT ?a { %s } ORDER BY ?d } ?a ?b ?c }".formatted(CROSS));
      for (String query :
          new String[] {
            "SELECT ?a { %s } ORDER BY ?d",
            "CONSTRUCT { ?a ?b [] } { SELECT * { %s } LIMIT 1500 }",
            "DESCRIBE ?a { %s }"
          }) {
        assertThat(client.query(query.formatted("?a ?b ?d")).statusCode()).isEqualTo(200);
      }
    }
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
    client = new Client(patient.uri());
    HttpResponse<String> answer = client.post("/query", "application/sparql-query", query);

    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void aNumberThatGrowsWithoutEndIsNone() throws Exception {
    client = new Client(patient.uri());
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
    client = new Client(patient.uri());
    String pairs = "{ ?a ?b ?c . { SELECT * { ?d ?e ?f } LIMIT 100 } }";
    assertThat(client.query("SELECT (count(*) AS ?n) " + pairs).body())
        .isEqualTo("n\r\n200000\r\n");
    assertThat(client.query("SELECT ?c ?f " + pairs).body().lines()).hasSize(200_001);
  }

  @Test
  void aPathThatNeedsTooMuchMemoryIsRefused() throws Exception {
    client = new Client(patient.uri());
    isRefused(
        "ASK { <x:node0> (<x:edge>/<x:edge>/<x:edge>/<x:edge>/<x:edge>/<x:edge>)* <x:none> }");
  }

  @Test
  void aStockFusekiHasTheSameBounds(@TempDir Path another) throws Exception {
    ProvenanceStore.openOrCreate(another.resolve("store")).close();
    Path description = another.resolve("provdl-fuseki.ttl");
    Files.writeString(
        description,
        Files.readString(Path.of("..", "provdl-fuseki.ttl"))
            .replace("\"provdl-store\"", "\"" + another.resolve("store") + "\"")
            .replace("\"60000\"", "\"2000\"")
            .replace(
                "# ja:context [ ja:cxtName \"https://w3id.org/provdl#queryMemory\" ; ja:cxtValue \"512\" ] ;",
                "ja:context [ ja:cxtName \"https://w3id.org/provdl#queryMemory\" ; ja:cxtValue \"1\" ] ;"));
    FusekiServer stock = FusekiServer.create().port(0).parseConfigFile(description).start();
    try {
      client = new Client(URI.create(stock.datasetURL("provdl")));
      isCutOff("ASK { FILTER(regex(%s, %s)) }".formatted(TEXT, NESTED));
      isRefused(
          "SELECT ?x { { SELECT ?x { %s BIND(struuid() AS ?x) } } } ORDER BY ?x"
              .formatted(values("a") + values("b") + values("c")));
    } finally {
      stock.stop();
    }
  }

  private static String values(String variable) {
    return "VALUES ?%s {%s}".formatted(variable, " 1".repeat(100));
  }
}
