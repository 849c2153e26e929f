package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.server.Client.NQUADS;
import static org.provdl.server.Client.encoded;
import static org.provdl.server.Client.iri;
import static org.provdl.server.Client.quads;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.operations.Backup;
import org.provdl.store.ProvenanceStore;

/** What whoever runs a server needs of it. */
@Timeout(60)
final class OperationsIT {

  private static final String RUN = "http://localhost:3030/provdl/run/" + Documented.RUN;

  @TempDir private Path directory;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private ProvenanceStore store;
  private ProvenanceServer server;
  private Client client;

  @BeforeEach
  void start() {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    serve(ProvenanceServer.builder(store).requestLog(log::add, false));
  }

  private void serve(ProvenanceServer.Builder builder) {
    server = builder.port(0).start();
    client = new Client(server.uri());
  }

  private void restart(ProvenanceServer.Builder builder) {
    server.close();
    serve(builder);
  }

  @AfterEach
  void stop() {
    server.close();
    store.close();
  }

  private HttpResponse<String> administration(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(server.uri().resolve(path)));
  }

  @Test
  void aServerWhoseStoreCanBeReadIsHealthy() throws Exception {
    client.post("/append", NQUADS, quads("run", 10));
    HttpResponse<String> health = administration("/$/health");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    JsonObject answer = JSON.parse(health.body());
    assertThat(answer.getString("status")).isEqualTo("up");
    assertThat(answer.getNumber("milliseconds").longValue()).isNotNegative();
  }

  @Test
  void aServerWhoseStoreCannotBeReadIsNot() throws Exception {
    store.close();
    HttpResponse<String> health = administration("/$/health");

    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(JSON.parse(health.body()).getString("status")).isEqualTo("down");
    assertThat(health.body()).doesNotContain(directory.toString());
    assertThat(client.ping()).isEqualTo(200);
  }

  @Test
  void aServerWhoseStoreHangsIsNot() throws Exception {
    restart(ProvenanceServer.builder(store).limits(Limits.STANDARD.turn(Duration.ofMillis(200))));
    CountDownLatch release = new CountDownLatch(1);
    try (var readers = new Readers(release)) {
      readers.hold(store);
      HttpResponse<String> health = administration("/$/health");

      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).contains("does not answer in time");
    }
    assertThat(administration("/$/health").statusCode()).isEqualTo(200);
  }

  /** All threads that read, at work until they are let go. */
  private record Readers(CountDownLatch release) implements AutoCloseable {

    void hold(ProvenanceStore store) throws InterruptedException {
      int all = 16;
      CountDownLatch reading = new CountDownLatch(all);
      var threads = Executors.newCachedThreadPool();
      for (int i = 0; i < all; i++) {
        threads.execute(
            () ->
                store.read(
                    dataset -> {
                      reading.countDown();
                      try {
                        release.await();
                      } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                      }
                      return true;
                    }));
      }
      threads.shutdown();
      reading.await();
    }

    @Override
    public void close() {
      release.countDown();
    }
  }

  @Test
  void metricsTellOfTheStoreOfRequestsAndOfJava() throws Exception {
    client.post("/append", NQUADS, quads("run", 10));
    client.post("/append", NQUADS, quads("other", 20));
    client.count();
    System.gc(); // for meters hold what they ask weakly
    HttpResponse<String> metrics = administration("/$/metrics");

    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(metrics.body())
        .containsPattern("provdl_quads_appended_total\\{.*\\} 30\\.0\n")
        .containsPattern("provdl_store_commits_total\\{.*\\} 2\\.0\n")
        .containsPattern("provdl_appends_waiting\\{.*\\} 0\\.0\n")
        .containsPattern("provdl_store_size_bytes\\{.*\\} [1-9]")
        .contains("jvm_memory_used_bytes")
        .containsPattern("fuseki_requests_good\\{.*endpoint=\"append\".*\\} 2\\.0");
  }

  @Test
  void metricsOfAClosedStoreAreNoNumbers() throws Exception {
    store.close();

    assertThat(administration("/$/metrics").body())
        .containsPattern("provdl_store_size_bytes\\{.*\\} NaN\n");
  }

  @Test
  void everyRequestIsALineOfJson() throws Exception {
    client.post("/append", NQUADS, quads("run", 10));
    client.query("SELECT * { ?person ?p 'Ada Lovelace' }");
    client.get("/queries/no-such", "text/csv");

    while (log.size() < 3) {
      Thread.sleep(10); // a request ends somewhat after its answer
    }
    assertThat(log).hasSize(3).allMatch(line -> line.lines().count() == 1);
    JsonObject append = JSON.parse(log.get(0));
    assertThat(append.getString("method")).isEqualTo("POST");
    assertThat(append.getString("path")).isEqualTo("/provdl/append");
    assertThat(append.getNumber("status").intValue()).isEqualTo(200);
    assertThat(append.getNumber("ms").longValue()).isNotNegative();
    assertThat(append.getNumber("bytes").longValue()).isPositive();
    assertThat(append.getString("client")).isEqualTo("127.0.0.1");
    assertThat(append.getString("time")).matches("20[0-9-]+T[0-9:.]+Z");
    assertThat(log.get(1)).doesNotContain("Ada").doesNotContain("query=");
    assertThat(JSON.parse(log.get(2)).getNumber("status").intValue()).isEqualTo(404);
  }

  @Test
  void queriesAreLoggedWhereThatIsAskedForButNoSecrets() throws Exception {
    Path file = directory.resolve("requests.log");
    Files.writeString(file, "before\n");
    restart(ProvenanceServer.builder(store).requestLog(file, true));
    client.get(
        "/query?query=" + encoded("ASK {}") + "&access_token=s3cret&Password=s3cret", "text/csv");
    client.get("/queries/a%0Ab%22c", "text/csv");
    while (Files.readAllLines(file).size() < 3) {
      Thread.sleep(10);
    }

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3).noneMatch(line -> line.contains("s3cret"));
    assertThat(lines.get(0)).isEqualTo("before");
    assertThat(JSON.parse(lines.get(1)).getString("query"))
        .isEqualTo("query=ASK+%7B%7D&access_token=[redacted]&Password=[redacted]");
    assertThat(JSON.parse(lines.get(2)).getString("path")).isEqualTo("/provdl/queries/a%0Ab%22c");
  }

  @Test
  void aGraphIsHeldAgainstTheShapesOfProvDl() throws Exception {
    Documented.append(store);
    client.post(
        "/append",
        NQUADS,
        "<x:g#epoch> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/provdl#Epoch> <x:g> .");

    assertThat(shacl(RUN, "").body()).contains("sh:conforms", "true").doesNotContain("sh:result ");
    HttpResponse<String> wrong = shacl("x:g", "");
    assertThat(wrong.statusCode()).isEqualTo(200);
    assertThat(wrong.body()).contains("it should have one provdl:index, a whole number from 1");
    assertThat(shacl("x:none", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aGraphIsHeldAgainstOtherShapes() throws Exception {
    Documented.append(store);
    String shapes =
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX provdl: <https://w3id.org/provdl#>
        [] a sh:NodeShape ; sh:targetClass provdl:TrainingRun ;
          sh:property [ sh:path provdl:approvedBy ; sh:minCount 1 ; sh:message "nobody has approved it" ] .
        """;

    assertThat(shacl(RUN, shapes).body()).contains("nobody has approved it");
  }

  @Test
  void shapesThatRunCodeOrReachForOthersAreRefused() throws Exception {
    Documented.append(store);
    String head =
        "PREFIX sh: <http://www.w3.org/ns/shacl#> <x:shape> a sh:NodeShape ; sh:targetClass <https://w3id.org/provdl#TrainingRun> ; ";
    for (String constraint :
        new String[] {
          "sh:sparql [ sh:select 'SELECT $this { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }' ] .",
          "sh:property [ sh:path <x:p> ; sh:pattern '(a+)+$' ] .",
          "sh:js [] ."
        }) {
      HttpResponse<String> answer = shacl(RUN, head + constraint);
      assertThat(answer.statusCode()).as(constraint).isEqualTo(400);
      assertThat(answer.body()).contains("are not taken here");
    }
    assertThat(shacl(RUN, "<x:").statusCode()).isEqualTo(400);
    assertThat(shacl(RUN, "#" + " ".repeat(1 << 20)).statusCode()).isEqualTo(413);
    assertThat(
            client.post("/shacl?graph=" + encoded(RUN), "application/ld+json", "{}").statusCode())
        .isEqualTo(415);
    assertThat(client.post("/shacl", "text/turtle", "").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> shacl(String graph, String shapes) throws Exception {
    return client.post("/shacl?graph=" + encoded(graph), "text/turtle", shapes);
  }

  @Test
  void theStoreIsBackedUpWhileItIsServed() throws Exception {
    Documented.append(store);
    long all = store.<Long>read(dataset -> dataset.stream().count());
    Path file = directory.resolve("backup.nq.gz");
    Backup.Summary summary = Backup.keep(out -> out.write(backup("").body()), file);

    assertThat(summary.quads()).isEqualTo(all);
    Backup.restore(file, directory.resolve("restored"));
    assertThat(client.get("/backup", "*/*").statusCode()).isEqualTo(405);
  }

  @Test
  void anExperimentIsArchivedAndRemovedWhileTheStoreIsServed() throws Exception {
    Documented.append(store);
    client.post("/append", NQUADS, quads("other", 10));
    HttpResponse<String> refused = client.post("/remove?run=" + encoded(RUN), "text/plain", "");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("others depend on");

    String chosen = "?force=true&run=" + encoded(RUN);
    Path archive = directory.resolve("archive.nq.gz");
    long archived = Backup.keep(out -> out.write(backup(chosen).body()), archive).quads();
    int before = client.count();
    HttpResponse<String> changed =
        client.post("/remove" + chosen + "&quads=" + (archived - 1), "text/plain", "");
    assertThat(changed.statusCode()).isEqualTo(409);
    HttpResponse<String> removed =
        client.post("/remove" + chosen + "&quads=" + archived, "text/plain", "");

    assertThat(removed.statusCode()).as(removed.body()).isEqualTo(200);
    assertThat(JSON.parse(removed.body()).getNumber("quads").longValue()).isEqualTo(archived);
    assertThat(client.get("?graph=" + encoded(RUN), "text/turtle").statusCode()).isEqualTo(404);
    assertThat(client.get("?graph=" + encoded(iri("other")), "text/turtle").statusCode())
        .isEqualTo(200);
    assertThat(client.count()).isLessThan(before);
  }

  @Test
  void aRemovalThatIsNotUnderstoodRemovesNothing() throws Exception {
    client.post("/append", NQUADS, quads("run", 10));
    for (String query :
        new String[] {
          "", "?run=x:a&run=x:b", "?run=x:a&experiment=b", "?all=true", "?run=x:a&quads=many"
        }) {
      assertThat(client.post("/remove" + query, "text/plain", "").statusCode())
          .as(query)
          .isEqualTo(400);
    }
    assertThat(client.post("/remove?experiment=none", "text/plain", "").statusCode())
        .isEqualTo(409);
    assertThat(client.get("/remove?run=" + encoded(iri("run")), "*/*").statusCode()).isEqualTo(405);
    assertThat(client.count()).isEqualTo(10);
  }

  private HttpResponse<byte[]> backup(String query) {
    try {
      return HttpClient.newHttpClient()
          .send(
              client.request("/backup" + query).POST(HttpRequest.BodyPublishers.noBody()).build(),
              HttpResponse.BodyHandlers.ofByteArray());
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
