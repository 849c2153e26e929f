package org.provdl.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.server.Client.NQUADS;
import static org.provdl.server.Client.quads;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.server.Wire.Answer;
import org.provdl.store.ProvenanceStore;
import org.slf4j.LoggerFactory;

/** Bodies that come slowly, in part or as something else harm nobody. */
@Timeout(60)
final class AppendFaultsIT {

  /** More than Jetty has threads. */
  private static final int MANY = 250;

  /** More than there are appends in work at a time. */
  private static final int FEW = 10;

  private static final String QUAD = quads("run", 1);

  private final Logger log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level level = log.getLevel();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final List<Wire> wires = new ArrayList<>();
  private ProvenanceStore store;
  private ProvenanceServer server;
  private Client client;

  @BeforeEach
  void start(@TempDir Path directory) {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"));
    serve(Limits.STANDARD);
    logged.start();
    log.addAppender(logged);
    log.setLevel(Level.WARN);
  }

  private void serve(Limits limits) {
    if (server != null) {
      server.close();
    }
    server = ProvenanceServer.builder(store).port(0).limits(limits).start();
    client = new Client(server.uri());
  }

  @AfterEach
  void stop() throws IOException {
    for (Wire wire : wires) {
      wire.close();
    }
    server.close();
    store.close();
    log.setLevel(level);
    log.detachAppender(logged);
  }

  @Test
  void bodiesThatComeSlowlyHoldUpNobody() throws Exception {
    Duration patient = Duration.ofHours(1);
    serve(Limits.STANDARD.idle(patient).body(patient).turn(patient));
    for (int i = 0; i < MANY; i++) {
      wire()
          .send("POST /provdl/query HTTP/1.1\r\nHost: localhost\r\n")
          .send("Content-Type: application/sparql-query\r\nContent-Length: 7\r\n\r\nASK");
    }
    for (int i = 0; i < FEW; i++) {
      wire().append("Content-Length: " + QUAD.length()).send(QUAD.substring(0, 5));
    }
    for (int i = 0; i < FEW; i++) {
      assertThat(client.count()).isEqualTo(i);
      assertThat(client.post("/append", NQUADS, quads("other-" + i, 1)).statusCode())
          .isEqualTo(200);
    }
    for (int i = 0; i < wires.size(); i++) {
      wires.get(i).send(i < MANY ? " { }" : QUAD.substring(5));
      assertThat(wires.get(i).answer().status()).isEqualTo(200);
    }
    assertThat(client.count()).isEqualTo(FEW + 1);
  }

  @Test
  void aBodyThatStopsIsCutOff() throws Exception {
    serve(Limits.STANDARD.body(Duration.ofSeconds(1)));
    Wire wire = wire().append("Content-Length: 1000").send(QUAD);
    Answer answer = wire.answer();

    assertThat(answer.status()).isEqualTo(408);
    assertThat(answer.headers()).containsEntry("connection", "close");
    assertThat(answer.body()).contains("too slowly");
    assertThat(wire.isClosed()).isTrue();
    assertNothingHappened();
  }

  @Test
  void aBodyThatTricklesIsCutOff() throws Exception {
    serve(Limits.STANDARD.body(Duration.ofSeconds(1)));
    Wire wire = wire().append("Content-Length: 10000000");
    int sent = 0;
    try {
      while (!wire.hasAnswer()) {
        wire.send("#");
        sent++;
        Thread.sleep(20);
      }
      assertThat(wire.answer().status()).isEqualTo(408);
    } catch (IOException cutOff) {
      assertThat(cutOff).hasMessageMatching("(?i).*(reset|broken|closed).*");
    }
    assertThat(sent).isPositive();
    assertNothingHappened();
  }

  @Test
  void aBodyThatIsCutLeavesNothing() throws Exception {
    String whole = quads("cut", 100);
    for (int length : new int[] {0, 1, QUAD.length(), whole.length() - 1}) {
      String part = whole.substring(0, length);
      Wire half = wire().append("Content-Length: " + whole.length()).send(part).end();
      assertThat(half.answer().status()).isEqualTo(400);
      Wire chunked = wire().append("Transfer-Encoding: chunked");
      if (length > 0) {
        chunked.chunk(part);
      }
      assertThat(chunked.end().answer().status()).isEqualTo(400);
      wire().append("Content-Length: " + whole.length()).send(part).reset();
      wire().append("Transfer-Encoding: chunked").chunk("#" + part).reset();
    }
    assertNothingHappened();
  }

  @Test
  void aPackedBodyThatIsCutLeavesNothing() throws Exception {
    byte[] packed = packed(quads("cut", 1_000));
    for (int length : new int[] {0, 5, 10, 50, packed.length / 2, packed.length - 1}) {
      Answer answer =
          wire()
              .append("Content-Encoding: gzip", "Content-Length: " + length)
              .send(Arrays.copyOf(packed, length))
              .answer();

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("Cannot parse the body").doesNotContain("null");
    }
    assertNothingHappened();
  }

  @Test
  void aConnectionServesOnAfterARefusal() throws Exception {
    Wire wire = wire();
    for (int i = 0; i < 3; i++) {
      assertThat(wire.append("Content-Length: 7").send("<broken").answer().status()).isEqualTo(400);
      assertThat(
              wire.append("Content-Encoding: br", "Content-Length: 7")
                  .send("packed!")
                  .answer()
                  .status())
          .isEqualTo(415);
      assertThat(wire.append("Content-Length: " + QUAD.length()).send(QUAD).answer().status())
          .isEqualTo(200);
    }
    assertThat(client.count()).isEqualTo(1);
  }

  @Test
  void aBodyMayComeInChunks() throws Exception {
    Wire wire = wire().append("Transfer-Encoding: chunked");
    String body = quads("run", 10);
    for (int i = 0; i < body.length(); i += 7) {
      wire.chunk(body.substring(i, Math.min(i + 7, body.length())));
    }
    assertThat(wire.send("0\r\n\r\n").answer().status()).isEqualTo(200);
    assertThat(client.count()).isEqualTo(10);
  }

  @Test
  void whoeverAsksFirstWhetherToSendIsToldSo() throws Exception {
    Wire wire = wire().append("Expect: 100-continue", "Content-Length: " + QUAD.length());
    assertThat(wire.answer().status()).isEqualTo(100);
    assertThat(wire.send(QUAD).answer().status()).isEqualTo(200);
    long large = AppendRequest.MAX_BYTES + 1;
    assertThat(wire.append("Expect: 100-continue", "Content-Length: " + large).answer().status())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -1",
        "Content-Length: many",
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: 99999999999999999999",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: unknown"
      })
  void aLengthThatMeansNothingIsRefused(String header) throws Exception {
    Wire wire = wire().append(header);

    assertThat(wire.answer().status()).isBetween(400, 501);
    assertThat(wire.isClosed()).isTrue();
    assertNothingHappened();
  }

  @Test
  void aChunkThatMeansNothingIsRefused() throws Exception {
    for (String chunk : new String[] {"many\r\n", "-1\r\n", "fffffffffffffffff\r\n"}) {
      Wire wire = wire().append("Transfer-Encoding: chunked").send(chunk);

      assertThat(wire.answer().status()).isEqualTo(400);
      assertThat(wire.isClosed()).isTrue();
    }
    assertNothingHappened();
  }

  @Test
  void whatIsBehindTheLengthIsNoPartOfTheBody() throws Exception {
    Wire wire = wire().append("Content-Length: " + QUAD.length()).send(QUAD + quads("behind", 1));

    assertThat(wire.answer().status()).isEqualTo(200);
    assertThat(wire.answer().status()).isEqualTo(400);
    assertThat(wire.isClosed()).isTrue();
    assertThat(client.count()).isEqualTo(1);
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedBeforeItComes() throws Exception {
    Wire wire = wire().append("Content-Length: " + (AppendRequest.MAX_BYTES + 1));
    Answer answer = wire.answer();

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).contains("Send it in parts");
    assertThat(wire.isClosed()).isTrue();
  }

  @Test
  void aBodyThatTurnsOutToBeTooLargeIsRefused() throws Exception {
    String mebibyte = "#".repeat(1 << 20);
    Wire wire = wire().append("Transfer-Encoding: chunked");
    for (long sent = 0; sent < AppendRequest.MAX_BYTES; sent += mebibyte.length()) {
      wire.chunk(mebibyte);
    }
    assertThat(wire.chunk("#").answer().status()).isEqualTo(413);
    assertNothingHappened();
  }

  @Test
  void whatDoesNotFitIntoMemoryIsAskedToComeAgain() throws Exception {
    serve(Limits.STANDARD.heldBytes(100_000));
    String large = quads("large", 2_000);
    String small = quads("small", 500);
    Wire wire = wire();
    for (int i = 0; i < 10; i++) {
      Answer refused = wire.append("Content-Length: " + large.length()).send(large).answer();
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.headers()).containsEntry("retry-after", "5");
      assertThat(wire.append("Content-Length: " + small.length()).send(small).answer().status())
          .isEqualTo(200);
    }
    assertThat(client.count()).isEqualTo(500);
  }

  @Test
  void appendsThatWaitForTooLongAreAskedToComeAgain() throws Exception {
    serve(Limits.STANDARD.turn(Duration.ofSeconds(1)));
    CountDownLatch release = new CountDownLatch(1);
    Thread removal = holdUpWriting(release);
    for (int i = 0; i < MANY; i++) {
      wire().append("Content-Length: " + QUAD.length()).send(QUAD);
    }
    assertThat(client.ping()).isEqualTo(200);
    int refused = 0;
    for (int i = 0; i < MANY - AppendQueue.IN_WORK; i++) {
      refused += nextAnswer().status() == 503 ? 1 : 0;
    }
    release.countDown();
    removal.join();

    assertThat(refused).isEqualTo(MANY - AppendQueue.IN_WORK);
    for (int i = 0; i < AppendQueue.IN_WORK; i++) {
      assertThat(nextAnswer().status()).isEqualTo(200);
    }
    assertThat(client.count()).isEqualTo(1);
  }

  /** The answer on any of the wires, which then is done with. */
  private Answer nextAnswer() throws IOException, InterruptedException {
    while (true) {
      for (Wire wire : wires) {
        if (wire.hasAnswer()) {
          Answer answer = wire.answer();
          wires.remove(wire);
          wire.close();
          return answer;
        }
      }
      Thread.sleep(1);
    }
  }

  /** Lets no append end: a removal asks for long whether it may. */
  private Thread holdUpWriting(CountDownLatch release) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Thread removal =
        new Thread(
            () ->
                store.remove(
                    List.of(),
                    dataset -> {
                      asked.countDown();
                      return await(release);
                    }));
    removal.start();
    asked.await();
    return removal;
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  private Wire wire() throws IOException {
    Wire wire = new Wire(server);
    wires.add(wire);
    return wire;
  }

  /** The store is empty and works, and nobody was bothered. */
  private void assertNothingHappened() throws Exception {
    assertThat(client.count()).isZero();
    assertThat(client.post("/append", NQUADS, QUAD).statusCode()).isEqualTo(200);
    assertThat(client.count()).isEqualTo(1);
    server.close();
    assertThat(logged.list).isEmpty();
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
