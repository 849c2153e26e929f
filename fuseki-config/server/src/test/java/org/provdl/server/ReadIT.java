package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.server.Client.encoded;
import static org.provdl.server.Client.iri;
import static org.provdl.server.Client.quads;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.PROV;

final class ReadIT {

  private ProvenanceStore store;
  private ProvenanceServer server;
  private Client client;

  @BeforeEach
  void start(@TempDir Path directory) {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    server = ProvenanceServer.builder(store).port(0).start();
    client = new Client(server.uri());
  }

  @AfterEach
  void stop() {
    server.close();
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/query", "/sparql"})
  void queriesSeeAllRunsAndGraphSeesOne(String endpoint) throws Exception {
    store.append(batch("first", 3));
    store.append(batch("second", 4));
    String all = encoded("SELECT (count(*) AS ?n) { ?s ?p ?o }");
    String one = "SELECT (count(*) AS ?n) { GRAPH <%s> { ?s ?p ?o } }".formatted(iri("second"));

    assertThat(client.get(endpoint + "?query=" + all, "text/csv").body().lines())
        .containsExactly("n", "7");
    assertThat(client.post(endpoint, "application/sparql-query", one).body()).contains(">4<");
  }

  @Test
  void theQueryEndpointAnswers() throws Exception {
    store.append(batch("run", 3));

    assertThat(server.queryEndpoint()).hasPath("/provdl/query").hasHost("127.0.0.1");
    assertThat(
            new Client(server.queryEndpoint())
                .get("?query=" + encoded("ASK { ?s ?p '1' }"), "text/csv")
                .body())
        .contains("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/run/01JD8X", "/study/01JD8W"})
  void theIriOfARunOrStudyThatLeadsHereOpensItsGraph(String path) throws Exception {
    Node run = NodeFactory.createURI(server.uri() + path);
    Node title = NodeFactory.createURI("http://example.org/title");
    store.append(List.of(new Quad(run, run, title, NodeFactory.createLiteralString("digits"))));
    HttpClient browser =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    HttpRequest found =
        HttpRequest.newBuilder(URI.create(run.getURI())).header("Accept", "text/turtle").build();
    assertThat(browser.send(found, HttpResponse.BodyHandlers.ofString()).body())
        .contains("\"digits\"");
    HttpRequest people =
        HttpRequest.newBuilder(URI.create(run.getURI()))
            .header("Accept", "text/html,*/*;q=0.8")
            .build();
    assertThat(browser.send(people, HttpResponse.BodyHandlers.ofString()).body())
        .contains("/provdl/queries?" + path.substring(1, path.indexOf('/', 1)) + "=");
    HttpRequest missing = HttpRequest.newBuilder(URI.create(run.getURI() + "Y")).build();
    assertThat(browser.send(missing, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void turtleIsWrittenWithPrefixes() throws Exception {
    Node run = NodeFactory.createURI(iri("run"));
    store.append(List.of(new Quad(run, run, PROV.wasAttributedTo.asNode(), run)));

    assertThat(client.get("?graph=" + encoded(run.getURI()), "text/turtle").body())
        .contains("prov:wasAttributedTo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/data"})
  void aRunIsReadByItsName(String endpoint) throws Exception {
    store.append(batch("run", 3));
    String run = endpoint + "?graph=" + encoded(iri("run"));

    assertThat(client.get(run, "application/n-triples").body().lines()).hasSize(3);
    assertThat(client.get(run, "text/turtle").statusCode()).isEqualTo(200);
    assertThat(client.get(endpoint + "?graph=x:other", "text/turtle").statusCode()).isEqualTo(404);
    assertThat(client.get(endpoint, "application/n-quads").body().lines()).hasSize(3);
  }

  @Test
  void queriesAreRightWhileAnotherThreadAppends() throws Exception {
    Thread writer =
        new Thread(() -> IntStream.range(0, 60).forEach(i -> store.append(batch("run-" + i, 50))));
    writer.start();
    int last = 0;
    while (writer.isAlive()) {
      int count = client.count();
      assertThat(count % 50).isZero();
      assertThat(count).isGreaterThanOrEqualTo(last);
      last = count;
    }

    assertThat(client.count()).isEqualTo(3_000);
  }

  @Test
  void theServerGoesOnAfterACompaction() throws Exception {
    store.append(batch("run", 10));
    store.compact();

    assertThat(client.count()).isEqualTo(10);
  }

  @Test
  void aPropertyPathOf20000Answers() throws Exception {
    Node predicate = NodeFactory.createURI("x:p");
    List<Quad> chain = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      chain.add(
          Quad.create(
              NodeFactory.createURI("x:run-" + i % 2),
              NodeFactory.createURI("x:" + i),
              predicate,
              NodeFactory.createURI("x:" + (i + 1))));
    }
    store.append(chain);
    HttpResponse<String> answer = client.query("SELECT (count(*) AS ?n) { <x:0> <x:p>+ ?o }");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines()).containsExactly("n", "20000");
  }

  @Test
  void aQueryThatTakesTooLongIsCutOff() throws Exception {
    store.append(batch("run", 2_000));
    String cross = "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
    HttpResponse<String> answer =
        client.get("/query?timeout=1&query=" + encoded(cross), "text/csv");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(client.count()).isEqualTo(2_000);
  }

  @Test
  void otherServersAreNotAsked() throws Exception {
    HttpResponse<String> answer =
        client.query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(client.query("SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }").body())
        .doesNotContain("etc");
  }

  @Test
  void aMalformedQuerySaysWhere() throws Exception {
    HttpResponse<String> answer = client.query("SELECT * { ?s ?p");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("line 1");
  }

  @ParameterizedTest
  @CsvSource({
    "/update, application/sparql-update, 404",
    "/patch, application/rdf-patch, 404",
    "/upload, application/n-quads, 404",
    "/get, application/n-quads, 404",
    "/data, application/n-quads, 405",
    "/data?graph=x:g, text/turtle, 405",
    "'', application/n-quads, 405",
    "?graph=x:g, text/turtle, 405",
    "'', application/sparql-update, 400",
    "'', application/rdf-patch, 400",
    "/query, application/sparql-update, 415",
  })
  void fusekisOwnWritesAreNotThere(String endpoint, String type, int status) throws Exception {
    store.append(batch("run", 10));
    String body = type.endsWith("update") ? "DELETE WHERE { ?s ?p ?o }" : "<x:s> <x:p> <x:o> .";

    assertThat(client.post(endpoint, type, body).statusCode()).isEqualTo(status);
    for (String method : new String[] {"PUT", "DELETE", "PATCH"}) {
      HttpResponse<String> answer =
          client.send(
              client
                  .request(endpoint)
                  .header("Content-Type", type)
                  .method(method, BodyPublishers.ofString(body)));
      assertThat(answer.statusCode()).isBetween(400, 499);
    }
    assertThat(client.count()).isEqualTo(10);
  }

  private static List<Quad> batch(String graph, int size) {
    List<Quad> quads = new ArrayList<>();
    RDFParser.fromString(quads(graph, size), Lang.NQUADS)
        .parse(
            new StreamRDFBase() {
              @Override
              public void quad(Quad quad) {
                quads.add(quad);
              }
            });
    return quads;
  }
}
