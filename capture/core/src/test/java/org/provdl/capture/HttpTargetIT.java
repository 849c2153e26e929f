package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sink makes of the answers of a server, and of none. */
@Timeout(60)
class HttpTargetIT {

  private static final List<Quad> SMALL = quads(1);
  private static final List<Quad> LARGE = quads(1_000);

  private final FusekiForTests fuseki = new FusekiForTests();
  private final FaultyProxy proxy = new FaultyProxy(fuseki.endpoint("data"));

  @AfterEach
  void stop() {
    proxy.close();
    fuseki.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 414, 415, 422})
  void whatIsWrongWithTheBatchIsRefusedForGood(int status) {
    proxy.otherwise(FaultyProxy.answer(status, "Retry-After: 7"));
    SinkException failure = failure(SMALL, HttpAccess.anonymous());
    assertThat(failure.refused()).isTrue();
    assertThat(failure.retryAfter()).isZero();
    assertThat(failure).hasMessageContaining("answered " + status + ": this is the proxy");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {401, 403, 404, 405, 407, 408, 421, 425, 429, 500, 502, 503, 504, 507, 302, 308})
  void whatMayPassIsWorthAnotherTry(int status) {
    proxy.otherwise(FaultyProxy.answer(status, "Retry-After: 7"));
    SinkException failure = failure(SMALL, HttpAccess.anonymous());
    assertThat(failure.refused()).isFalse();
    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(failure).hasMessageContaining("answered " + status);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("a cut request", FaultyProxy.cutRequest(), "could not be reached"),
        Arguments.of("a cut answer", FaultyProxy.cutAnswer(), "could not be reached"),
        Arguments.of("no answer", FaultyProxy.never(), "set a longer requestTimeout"),
        Arguments.of("a slow answer", FaultyProxy.slowly(30_000), "set a longer requestTimeout"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void whatNobodyAnswersIsWorthAnotherTry(String name, FaultyProxy.Fault fault, String reason) {
    proxy.otherwise(fault);
    SinkException failure =
        failure(LARGE, HttpAccess.anonymous().requestTimeout(Duration.ofSeconds(1)));
    assertThat(failure.refused()).isFalse();
    assertThat(failure).hasMessageContaining(proxy.uri().toString()).hasMessageContaining(reason);
  }

  @Test
  void anAnswerWithoutAnEndIsCutOff() {
    proxy.otherwise(FaultyProxy.endlessly());
    write(SMALL, HttpAccess.anonymous());
    assertThat(proxy.requests()).hasSize(1);
  }

  @Test
  void aHeadWithoutAnEndEndsWithTheTime() {
    proxy.otherwise(FaultyProxy.trickling());
    assertThat(failure(SMALL, HttpAccess.anonymous().requestTimeout(Duration.ofSeconds(1))))
        .hasMessageContaining("within PT1S");
  }

  @Test
  void aServerThatIsNotThereIsWorthAnotherTry() throws IOException {
    try (Socket nobodyListens = new Socket()) { // bound, so that no server takes the port
      nobodyListens.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      URI nowhere = URI.create("http://localhost:" + nobodyListens.getLocalPort() + "/data");
      SinkException failure = failure(nowhere, SMALL, HttpAccess.anonymous());
      assertThat(failure.refused()).isFalse();
      assertThat(failure).hasMessageContaining("could not be reached");
    }
  }

  @Test
  void aRedirectIsNotFollowedAndNamesWhereToGo() {
    try (FaultyProxy elsewhere = new FaultyProxy(fuseki.endpoint("data"))) {
      proxy.otherwise(FaultyProxy.answer(308, "Location: " + elsewhere.uri()));
      HttpAccess access = HttpAccess.with(Credentials.bearer("secret"));
      assertThat(failure(SMALL, access))
          .hasMessageContaining("configure the address that it points to, " + elsewhere.uri())
          .hasMessageNotContaining("secret");
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void credentialsComeWithTheFirstRequest() {
    write(SMALL, HttpAccess.with(Credentials.basic("Aladdin", "open sesame")));
    assertThat(proxy.requests())
        .singleElement()
        .matches(request -> request.has("Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
  }

  @Test
  void missingAndWrongCredentialsAreToldApart() {
    proxy.otherwise(FaultyProxy.answer(401, "WWW-Authenticate: Basic realm=\"provenance\""));
    assertThat(failure(SMALL, HttpAccess.anonymous()))
        .hasMessageContaining("add HttpAccess.with(Credentials...)");
    assertThat(failure(SMALL, HttpAccess.with(Credentials.basic("ada", "wrong"))))
        .hasMessageContaining("does not accept Basic credentials of ada")
        .hasMessageNotContaining("wrong");
  }

  @Test
  void onlyWhatIsLargeIsPacked() {
    write(SMALL, HttpAccess.anonymous());
    write(LARGE, HttpAccess.anonymous());
    assertThat(proxy.requests())
        .extracting(request -> request.has("Content-Encoding: gzip"))
        .containsExactly(false, true);
    assertThat(fuseki.dataset().stream().count()).isEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 415, 500, 501})
  void aServerThatTakesNoGzipGetsPlainTextForGood(int status) {
    proxy.otherwise(
        request ->
            (request.has("Content-Encoding") ? FaultyProxy.answer(status) : FaultyProxy.pass())
                .to(request));
    try (QuadSink sink = QuadSink.graphStore(proxy.uri())) {
      sink.write(LARGE);
      sink.write(LARGE);
    }
    assertThat(proxy.requests())
        .extracting(request -> request.has("Content-Encoding: gzip"))
        .containsExactly(true, false, false);
    assertThat(fuseki.dataset().stream().count()).isEqualTo(1_000);
  }

  @Test
  void aServerThatOnceTookGzipIsNotDoubted() {
    try (QuadSink sink = QuadSink.graphStore(proxy.uri())) {
      sink.write(LARGE);
      proxy.next(FaultyProxy.answer(500));
      assertThat(catchThrowableOfType(SinkException.class, () -> sink.write(LARGE)).refused())
          .isFalse();
    }
    assertThat(proxy.requests()).hasSize(2).allMatch(request -> request.has("Content-Encoding"));
  }

  @Test
  void aRefusalWithoutGzipTooIsOneOfTheBatch() {
    proxy.otherwise(FaultyProxy.answer(400));
    try (QuadSink sink = QuadSink.graphStore(proxy.uri())) {
      assertThat(catchThrowableOfType(SinkException.class, () -> sink.write(LARGE)).refused())
          .isTrue();
      proxy.otherwise(FaultyProxy.pass());
      sink.write(LARGE);
    }
    assertThat(proxy.requests())
        .extracting(request -> request.has("Content-Encoding"))
        .containsExactly(true, false, true);
  }

  @Test
  void theProxyOfTheVirtualMachineIsUsed() {
    String host = System.setProperty("http.proxyHost", "localhost");
    String port = System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
    try (QuadSink sink = QuadSink.graphStore(URI.create("http://fuseki.example/dataset/data"))) {
      sink.write(SMALL);
    } finally {
      restore("http.proxyHost", host);
      restore("http.proxyPort", port);
    }
    assertThat(proxy.requests())
        .singleElement()
        .matches(request -> request.head().startsWith("POST http://fuseki.example/dataset/data?"));
  }

  private static void restore(String property, String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }

  private void write(List<Quad> quads, HttpAccess access) {
    write(proxy.uri(), quads, access);
  }

  private static void write(URI server, List<Quad> quads, HttpAccess access) {
    try (QuadSink sink = QuadSink.graphStore(server, access)) {
      sink.write(quads);
    }
  }

  private SinkException failure(List<Quad> quads, HttpAccess access) {
    return failure(proxy.uri(), quads, access);
  }

  private static SinkException failure(URI server, List<Quad> quads, HttpAccess access) {
    return catchThrowableOfType(SinkException.class, () -> write(server, quads, access));
  }

  private static List<Quad> quads(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                new Quad(
                    NodeFactory.createURI("http://example.org/run"),
                    NodeFactory.createURI("http://example.org/run#" + number),
                    NodeFactory.createURI("http://example.org/predicate"),
                    NodeFactory.createLiteralString("object")))
        .toList();
  }
}
