package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.queries.Catalogue;
import org.provdl.store.ProvenanceStore;

/** Many who ask at once, ask too much, or read too slowly. */
final class CatalogueLimitsIT {

  private static final int THINGS = 2_000;

  private ProvenanceStore store;
  private Catalogue catalogue;

  @BeforeEach
  void open(@TempDir Path directory) throws Exception {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    store.append(Documented.quads(RDFParser.fromString(Client.quads("run", THINGS), Lang.NQUADS)));
    Path queries = Files.createDirectory(directory.resolve("queries"));
    Files.writeString(
        queries.resolve("things.rq"),
        """
        #+ title: Things
        #+ question: What is there?
        #+ columns:
        #+   thing: a thing
        SELECT ?thing { ?thing <https://example.org/predicate> ?value }
        """);
    Files.writeString(
        queries.resolve("endless.rq"),
        """
        #+ title: Endless
        #+ question: How many triples of triples are there?
        #+ columns:
        #+   count: how many
        SELECT (COUNT(*) AS ?count) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }
        """);
    Files.writeString(
        queries.resolve("long.rq"),
        """
        #+ title: Long
        #+ question: What is long?
        #+ columns:
        #+   text: a long text
        SELECT ?text { BIND("%s" AS ?text) ?thing <https://example.org/predicate> ?value }
        """
            .formatted("x".repeat(10_000)));
    catalogue = Catalogue.of(queries);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anAnswerOfTooManyRowsIsRefusedAndNotCut() throws Exception {
    try (ProvenanceServer exact = start(Limits.STANDARD.rows(THINGS));
        ProvenanceServer less = start(Limits.STANDARD.rows(THINGS - 1))) {
      assertThat(get(exact, "/queries/things").body().lines()).hasSize(THINGS + 1);
      HttpResponse<String> answer = get(less, "/queries/things");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body())
          .contains(
              "The answer has more than 1999 rows. Ask for less, or ask the SPARQL endpoint.");
    }
  }

  @Test
  void aPageShowsTheFirstRowsAndSaysSo() throws Exception {
    try (ProvenanceServer server = start(Limits.STANDARD)) {
      Document page = Jsoup.parse(get(server, "/queries/things", "text/html").body());

      assertThat(page.select("tbody tr")).hasSize(1_000);
      assertThat(page.select(".note").text())
          .startsWith("the first 1,000 of 2,000 rows; the downloads have them all.");
    }
  }

  @Test
  void anAnswerOfTooManyBytesIsRefused() throws Exception {
    try (ProvenanceServer server = start(Limits.STANDARD.answerBytes(1_000))) {
      assertThat(get(server, "/queries/things").statusCode()).isEqualTo(422);
      assertThat(get(server, "/openapi.json", "*/*").statusCode()).isEqualTo(422);
    }
  }

  @Test
  void whatTakesTooLongIsGivenUpAndMayBeTriedLater() throws Exception {
    try (ProvenanceServer server = start(Limits.STANDARD.query(Duration.ofMillis(200)))) {
      HttpResponse<String> answer = get(server, "/queries/endless");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(answer.body()).contains("The query took longer than 200 ms");
    }
  }

  @Test
  void whoDoesNotGetATurnIsAskedToComeAgainWhileSparqlGoesOn() throws Exception {
    Limits limits = Limits.STANDARD.query(Duration.ofSeconds(2)).turn(Duration.ofMillis(100));
    ExecutorService crowd = Executors.newSingleThreadExecutor();
    try (ProvenanceServer server = start(limits)) {
      Future<List<Integer>> endless = crowd.submit(() -> statuses(server, "/queries/endless", 16));
      Thread.sleep(500);

      assertThat(get(server, "/queries/things").statusCode()).isEqualTo(503);
      assertThat(get(server, "/queries/things.rq", "*/*").statusCode()).isEqualTo(200);
      assertThat(new Client(server.uri()).count()).isEqualTo(THINGS);
      assertThat(endless.isDone()).isFalse();
      assertThat(endless.get()).hasSize(16).containsOnly(503);
    } finally {
      crowd.shutdownNow();
    }
  }

  @Test
  @Timeout(60)
  void manyAtOnceAreAllAnswered() throws Exception {
    try (ProvenanceServer server = start(Limits.STANDARD)) {
      assertThat(statuses(server, "/queries/things", 100)).hasSize(100).containsOnly(200);
    }
  }

  /** More than there are threads of Jetty or of the store; each leaves 20 MB unread. */
  @Test
  @Timeout(60)
  void clientsThatDoNotReadHoldNoThread() throws Exception {
    List<Wire> slow = new ArrayList<>();
    try (ProvenanceServer server = start(Limits.STANDARD.heldBytes(1L << 30))) {
      for (int i = 0; i < 24; i++) {
        slow.add(
            new Wire(server)
                .send(
                    "GET /provdl/queries/long HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n"));
      }
      for (Wire wire : slow) {
        while (!wire.hasAnswer()) {
          Thread.sleep(20);
        }
      }
      assertThat(get(server, "/queries/things").statusCode()).isEqualTo(200);
      assertThat(new Client(server.uri()).count()).isEqualTo(THINGS);
    } finally {
      for (Wire wire : slow) {
        wire.reset();
      }
    }
  }

  @Test
  void whatClientsHaveYetToTakeIsBoundedAndGivenBack() throws Exception {
    try (ProvenanceServer server = start(Limits.STANDARD.heldBytes(25L << 20))) {
      try (Wire slow = new Wire(server)) {
        slow.send(
            "GET /provdl/queries/long HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n");
        while (!slow.hasAnswer()) {
          Thread.sleep(20);
        }
        assertThat(get(server, "/queries/long").statusCode()).isEqualTo(503);
        slow.reset();
      }
      int status = 503;
      for (int i = 0; i < 100 && status == 503; i++) {
        Thread.sleep(20);
        status = get(server, "/queries/long").statusCode();
      }
      assertThat(status).isEqualTo(200);
    }
  }

  @Test
  void whoTakesTooLongGetsNoMore() throws Exception {
    try (ProvenanceServer server = start(Limits.STANDARD.body(Duration.ofMillis(500)));
        Wire slow = new Wire(server)) {
      slow.send("GET /provdl/queries/long HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n");
      while (!slow.hasAnswer()) {
        Thread.sleep(20);
      }
      Thread.sleep(2_000);

      Wire.Answer cut = slow.answer();

      assertThat(cut.status()).isEqualTo(200);
      assertThat(cut.body()).hasSizeLessThan(THINGS * 10_000);
    }
  }

  private static List<Integer> statuses(ProvenanceServer server, String path, int times)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Callable<Integer>> questions =
          IntStream.range(0, times)
              .<Callable<Integer>>mapToObj(i -> () -> get(server, path).statusCode())
              .toList();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> status : threads.invokeAll(questions)) {
        statuses.add(status.get());
      }
      return statuses;
    } finally {
      threads.shutdownNow();
    }
  }

  private static HttpResponse<String> get(ProvenanceServer server, String path) throws Exception {
    return get(server, path, "text/csv");
  }

  private static HttpResponse<String> get(ProvenanceServer server, String path, String accept)
      throws Exception {
    return new Client(server.uri()).get(path, accept);
  }

  private ProvenanceServer start(Limits limits) {
    return ProvenanceServer.builder(store).catalogue(catalogue).limits(limits).port(0).start();
  }
}
