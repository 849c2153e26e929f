package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provdl.capture.FaultyProxy.answer;

import java.net.URI;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.provdl.capture.FaultyProxy.Fault;

/**
 * Whatever the network and the server do, in the end nothing is missing and nothing doubled.
 * Several at a time, as all that each does is wait.
 */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class FaultyNetworkIT {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int RUNS = 3;
  private static final int EPOCHS = 20;
  private static final DatasetGraph EXPECTED = Trainings.inPeace(RUNS, EPOCHS);
  private static final String SECRET = "Bearer secret";

  private static final HttpAccess ACCESS =
      HttpAccess.with(Credentials.bearer("secret")).requestTimeout(Duration.ofSeconds(1));

  private final FusekiForTests fuseki = new FusekiForTests();

  @AfterEach
  void stop() {
    fuseki.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
            Named.of("500", answer(500)),
            Named.of("503 with Retry-After", answer(503, "Retry-After: 1")),
            Named.of("401 for a while", answer(401, "WWW-Authenticate: Bearer")),
            Named.of("a redirect to a page", answer(302, "Location: /login")),
            Named.of("a request cut in its body", FaultyProxy.cutRequest()),
            Named.of("an answer cut", FaultyProxy.cutAnswer()),
            Named.of("no answer", FaultyProxy.never()),
            Named.of("an answer that comes slowly", FaultyProxy.slowly(300)),
            Named.of("an answer that comes too late", FaultyProxy.slowly(1_500)))
        .flatMap(fault -> sinks().map(sink -> Arguments.of(fault, sink)));
  }

  private record Sink(String service, BiFunction<URI, HttpAccess, QuadSink> open) {}

  private static Stream<Named<Sink>> sinks() {
    return Stream.of(
        Named.of("Graph Store", new Sink("data", QuadSink::graphStore)),
        Named.of("SPARQL Update", new Sink("update", QuadSink::sparqlUpdate)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("faults")
  void everythingArrivesOnce(Fault fault, Sink sink) {
    try (FaultyProxy proxy = new FaultyProxy(fuseki.endpoint(sink.service()))) {
      try (Capture capture =
          Runs.capture(sink.open().apply(proxy.uri(), ACCESS)).closeTimeout(LONG).open()) {
        for (int run = 0; run < RUNS; run++) {
          Trainings.tell(capture, 1, EPOCHS);
          assertThat(capture.flush(LONG)).isTrue();
          proxy.next(fault, fault);
        }
      }
      // at least one of them each time
      assertThat(proxy.faultsLeft()).isLessThan(2 * RUNS - 1);
      assertThat(proxy.requests()).allMatch(request -> request.has("Authorization: " + SECRET));
    }
    assertThat(IsoMatcher.isomorphic(EXPECTED, fuseki.dataset())).isTrue();
  }
}
