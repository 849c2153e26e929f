package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

/** How fast runs were, and what was in vain. */
class ThroughputTest {

  @Test
  void aRunningRunHasTheRateOfItsEpochs() {
    assertThat(ask("throughput", Map.of(), Runs.of("tried")))
        .containsExactly("<run/d> | \"d „läuft“ 🧠\" |  | 8.0e0 | 3 | 10 | 200 | 25.0e0 | 1.25e0");
  }

  @Test
  void aRunThatHasEndedTellsHowLongItTook() {
    assertThat(ask("throughput", Map.of(), Runs.training()))
        .containsExactly(
            "<run/01JD8X0000000000000000000A> | \"digits\" | \"60.0\"^^xsd:double | 60.0e0 | 2 | 6 | 2874 | 47.9e0 | 0.1e0");
  }

  @Test
  void theLongestEpochIsTheFirstOfThoseThatTookAsLong() {
    assertThat(ask("epoch-times", Map.of("run", "d"), Runs.of("tried")))
        .containsExactly("<run/d> | \"d „läuft“ 🧠\" | 3 | 2.6666666666666665e0 | 3e0 | 2 | 8.0e0");
  }

  @Test
  void epochsAfterTheBestWereInVain() {
    assertThat(
            ask("enough-epochs", Map.of("metric", "accuracy", "split", "test"), Runs.of("tried")))
        .containsExactly("<run/a> | \"a\" | 4 | 1 | 0.9e0 | 0.85e0 | 3 | 30.0e0");
  }

  @Test
  void aRunThatIsBestAtTheEndHadNoneTooMany() {
    assertThat(ask("enough-epochs", Map.of(), Runs.training())).isEmpty();
  }

  private static List<String> ask(String query, Map<String, String> values, DatasetGraph dataset) {
    return Runs.rows(Runs.ask(Runs.query(query).with(values), dataset));
  }
}
