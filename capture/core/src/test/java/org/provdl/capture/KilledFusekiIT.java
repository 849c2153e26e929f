package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A stock Fuseki over TDB2, killed while it is written to, loses nothing that was recorded. */
@Timeout(180)
class KilledFusekiIT {

  private static final Duration LONG = Duration.ofSeconds(90);
  private static final int RUNS = 4;
  private static final int EPOCHS = 50;
  private static final DatasetGraph EXPECTED = Trainings.inPeace(RUNS, EPOCHS);

  private FusekiProcess fuseki;

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    fuseki = new FusekiProcess(directory);
  }

  @AfterEach
  void stop() {
    fuseki.close();
  }

  static Stream<Arguments> sinks() {
    return Stream.of(
        Arguments.of("data", (Function<URI, QuadSink>) QuadSink::graphStore),
        Arguments.of("update", (Function<URI, QuadSink>) QuadSink::sparqlUpdate));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sinks")
  void whatWasToldWhileItWasAwayArrivesWhenItIsBack(String service, Function<URI, QuadSink> sink)
      throws Exception {
    try (Capture capture =
        Runs.capture(sink.apply(fuseki.endpoint(service))).closeTimeout(LONG).open()) {
      Trainings.tell(capture, 1, EPOCHS);
      assertThat(capture.flush(LONG)).isTrue();
      Trainings.tell(capture, 1, EPOCHS);
      fuseki.kill();
      Trainings.tell(capture, 1, EPOCHS);
      assertThat(capture.flush(Duration.ofMillis(500))).isFalse();
      fuseki.start();
      Trainings.tell(capture, 1, EPOCHS);
    }
    assertThat(IsoMatcher.isomorphic(EXPECTED, fuseki.content())).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sinks")
  void aRequestThatItDiedOfComesAgain(String service, Function<URI, QuadSink> sink)
      throws Exception {
    try (FaultyProxy proxy = new FaultyProxy(fuseki.endpoint(service))) {
      try (Capture capture = Runs.capture(sink.apply(proxy.uri())).closeTimeout(LONG).open()) {
        Trainings.tell(capture, 1, EPOCHS);
        assertThat(capture.flush(LONG)).isTrue();
        proxy.next(FaultyProxy.afterHalf(fuseki::kill));
        Trainings.tell(capture, 1, EPOCHS);
        assertThat(capture.flush(Duration.ofMillis(500))).isFalse();
        Trainings.tell(capture, 1, EPOCHS);
        fuseki.start();
        Trainings.tell(capture, 1, EPOCHS);
      }
    }
    assertThat(IsoMatcher.isomorphic(EXPECTED, fuseki.content())).isTrue();
  }
}
