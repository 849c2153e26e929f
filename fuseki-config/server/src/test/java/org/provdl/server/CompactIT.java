package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provdl.server.Client.NQUADS;
import static org.provdl.server.Client.quads;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.store.Compaction;
import org.provdl.store.ProvenanceStore;

@Timeout(60)
final class CompactIT {

  private static final int RUN = 50;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private ProvenanceStore store;
  private ProvenanceServer server;
  private Client client;

  @BeforeEach
  void start(@TempDir Path directory) {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"), Compaction.NEVER);
    serve(Limits.STANDARD);
  }

  private void serve(Limits limits) {
    server = ProvenanceServer.builder(store).port(0).limits(limits).start();
    client = new Client(server.uri());
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    server.close();
    store.close();
  }

  @Test
  void theAnswerSaysWhatWasWon() throws Exception {
    for (int run = 0; run < 10; run++) {
      client.post("/append", NQUADS, quads("run-" + run, RUN));
    }
    HttpResponse<String> first = compact();
    HttpResponse<String> second = compact();

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(bytes(first, "bytesAfter"))
        .isPositive()
        .isLessThan(bytes(first, "bytesBefore"))
        .isEqualTo(bytes(second, "bytesBefore"));
    assertThat(client.count()).isEqualTo(10 * RUN);
  }

  @Test
  void nobodyFailsAndNothingIsLostWhileManyReadAndWrite() throws Exception {
    AtomicBoolean compacted = new AtomicBoolean();
    Semaphore appended = new Semaphore(0);
    List<Future<Integer>> writers = new ArrayList<>();
    List<Future<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String name = "writer-" + i;
      writers.add(threads.submit(() -> appendUntil(compacted, name, appended)));
      readers.add(threads.submit(() -> askUntil(compacted)));
    }
    long before = 0;
    long after = 0;
    for (int i = 0; i < 4; i++) {
      appended.drainPermits();
      // so that there is something to win
      assertThat(appended.tryAcquire(6, 60, TimeUnit.SECONDS)).isTrue();
      HttpResponse<String> answer = compact();
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      before = bytes(answer, "bytesBefore");
      after = bytes(answer, "bytesAfter");
    }
    compacted.set(true);
    int runs = 0;
    for (Future<Integer> writer : writers) {
      runs += writer.get();
    }
    for (Future<Integer> reader : readers) {
      assertThat(reader.get()).isLessThanOrEqualTo(runs);
    }

    assertThat(after).isLessThan(before);
    assertThat(client.count()).isEqualTo(runs * RUN);
    assertThat(client.query("SELECT (count(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }").body())
        .containsPattern("\\b" + runs + "\\b");
  }

  /** Appends a run after the other, at least one, and each twice, as one does who is unsure. */
  private int appendUntil(AtomicBoolean end, String name, Semaphore appended) throws Exception {
    Client own = new Client(server.uri());
    int runs = 0;
    do {
      String run = quads(name + "-" + runs++, RUN);
      for (int i = 0; i < 2; i++) {
        HttpResponse<String> answer = own.post("/append", NQUADS, run);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      }
      appended.release();
    } while (!end.get());
    return runs;
  }

  /** Sees whole runs only, and never fewer than before. */
  private int askUntil(AtomicBoolean end) throws Exception {
    Client own = new Client(server.uri());
    int seen = 0;
    do {
      int count = own.count();
      assertThat(count % RUN).isZero();
      assertThat(count).isGreaterThanOrEqualTo(seen);
      seen = count;
    } while (!end.get());
    return seen / RUN;
  }

  @Test
  void whoeverAsksWhileItRunsIsToldSo() throws Exception {
    try (Held reading = new Held()) {
      Future<HttpResponse<String>> first = threads.submit(this::compact);
      reading.awaitCompaction();
      HttpResponse<String> second = compact();

      assertThat(second.statusCode()).isEqualTo(409);
      assertThat(second.body()).contains("is being compacted");
      reading.close();
      assertThat(first.get().statusCode()).isEqualTo(200);
    }
    assertThat(compact().statusCode()).isEqualTo(200);
  }

  @Test
  void aLongCompactionIsNotCutOff() throws Exception {
    server.close();
    serve(Limits.STANDARD.idle(Duration.ofSeconds(1)));
    try (Held reading = new Held()) {
      Future<HttpResponse<String>> answer = threads.submit(this::compact);
      reading.awaitCompaction();

      assertThatThrownBy(() -> answer.get(3, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
      reading.close();
      assertThat(answer.get().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aStoreThatFailsIsAnError() throws Exception {
    store.close();
    HttpResponse<String> answer = compact();

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("The store is closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD"})
  void onlyPostIsAllowed(String method) throws Exception {
    HttpResponse<String> answer =
        client.send(client.request("/compact").method(method, BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(405);
  }

  private HttpResponse<String> compact() throws Exception {
    return client.post("/compact", "text/plain", "");
  }

  private static long bytes(HttpResponse<String> answer, String name) {
    JsonObject json = JSON.parse(answer.body());
    return json.get(name).getAsNumber().value().longValue();
  }

  /** A read that lasts, so that no compaction ends meanwhile. */
  private final class Held implements AutoCloseable {

    private final CountDownLatch release = new CountDownLatch(1);

    Held() throws InterruptedException {
      CountDownLatch reading = new CountDownLatch(1);
      threads.execute(
          () ->
              store.read(
                  dataset -> {
                    reading.countDown();
                    return await(release);
                  }));
      reading.await();
    }

    /** Waits until a compaction has written its copy, which it cannot take into use now. */
    void awaitCompaction() {
      Path copy = store.directory().resolve("Data-0002-tmp");
      while (!Files.exists(copy)) {
        Thread.onSpinWait();
      }
    }

    private static boolean await(CountDownLatch latch) {
      try {
        latch.await();
        return true;
      } catch (InterruptedException stopped) {
        return false;
      }
    }

    @Override
    public void close() {
      release.countDown();
    }
  }
}
