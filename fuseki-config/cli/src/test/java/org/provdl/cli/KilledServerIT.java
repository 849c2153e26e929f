package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.store.ProvenanceStore;

/**
 * A server that is killed, or stopped, and started again while many write and read loses nothing.
 */
@Timeout(180)
final class KilledServerIT {

  private static final int WRITERS = 4;
  private static final int READERS = 2;
  private static final int SIZE = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicBoolean end = new AtomicBoolean();
  private final AtomicInteger written = new AtomicInteger();
  private final int port = freePort();

  @TempDir private Path directory;
  private Path store;
  private Process server;

  @BeforeEach
  void start() throws Exception {
    store = directory.resolve("store");
    ProvenanceStore.openOrCreate(store).close();
    startServer();
  }

  @AfterEach
  void stop() throws Exception {
    end.set(true);
    threads.shutdownNow();
    server.destroyForcibly().waitFor();
  }

  @Test
  void nothingIsLostAndNothingIsDoubled() throws Exception {
    List<Future<Integer>> writers = new ArrayList<>();
    List<Future<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      String name = "writer-" + i;
      writers.add(threads.submit(() -> write(name)));
    }
    for (int i = 0; i < READERS; i++) {
      readers.add(threads.submit(this::read));
    }
    for (int restart = 0; restart < 3; restart++) {
      int before = written.get();
      while (written.get() < before + 2 * WRITERS) {
        Thread.sleep(10);
      }
      if (restart == 1) {
        server.destroy(); // as `systemctl restart` does
      } else {
        server.destroyForcibly();
      }
      assertThat(server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      startServer();
    }
    end.set(true);
    int runs = 0;
    for (Future<Integer> writer : writers) {
      runs += writer.get();
    }
    for (Future<Integer> reader : readers) {
      assertThat(reader.get()).isLessThanOrEqualTo(runs * SIZE);
    }
    assertThat(count()).isEqualTo(runs * SIZE);
    server.destroyForcibly().waitFor();
    try (ProvenanceStore opened = ProvenanceStore.open(store)) {
      assertThat(opened.<Long>read(dataset -> dataset.stream().count()))
          .isEqualTo((long) runs * SIZE);
    }
  }

  /** Writes a run after the other, each until it is told that it is there. */
  private int write(String name) throws Exception {
    int run = 0;
    while (!end.get()) {
      String quads = quads("https://example.org/" + name + "-" + run);
      while (!append(quads)) {
        Thread.sleep(20);
      }
      run++;
      written.incrementAndGet();
    }
    return run;
  }

  private boolean append(String quads) throws InterruptedException {
    try {
      return http.send(
                  HttpRequest.newBuilder(service("append"))
                      .timeout(PATIENCE)
                      .header("Content-Type", "application/n-quads")
                      .POST(BodyPublishers.ofString(quads))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException away) {
      return false;
    }
  }

  /** Sees whole runs only, and never fewer than before. */
  private int read() throws Exception {
    int seen = 0;
    while (!end.get()) {
      try {
        int count = count();
        assertThat(count % SIZE).isZero();
        assertThat(count).isGreaterThanOrEqualTo(seen);
        seen = count;
      } catch (IOException away) {
        Thread.sleep(20);
      }
    }
    return seen;
  }

  private int count() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(service("query?query=SELECT(count(*)AS%20?n)%7B?s%20?p%20?o%7D"))
                .timeout(PATIENCE)
                .header("Accept", "text/csv")
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.body());
    }
    return Integer.parseInt(answer.body().lines().toList().get(1));
  }

  private static String quads(String graph) {
    return IntStream.range(0, SIZE)
        .mapToObj(i -> "<%s#%d> <x:p> \"%d\" <%s> .\n".formatted(graph, i, i, graph))
        .collect(Collectors.joining());
  }

  private URI service(String endpoint) {
    return URI.create("http://127.0.0.1:" + port + "/provdl/" + endpoint);
  }

  private void startServer() throws Exception {
    Path output = directory.resolve("server.log");
    server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.provdl.cli.Provdl",
                "serve",
                store.toString(),
                "--port",
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    long late = System.nanoTime() + PATIENCE.toNanos();
    while (!isHealthy()) {
      if (!server.isAlive() || System.nanoTime() > late) {
        throw new IllegalStateException(Files.readString(output));
      }
      Thread.sleep(50);
    }
  }

  private boolean isHealthy() throws InterruptedException {
    try {
      URI health = URI.create("http://127.0.0.1:" + port + "/$/health");
      return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Below those that clients get, so that it is still free after a restart. */
  private static int freePort() {
    while (true) {
      int candidate = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket free = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // the next one
      }
    }
  }
}
