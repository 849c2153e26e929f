package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

/** Runs that went wrong. */
class FailedRunsTest {

  @Test
  void eachProblemHasARow() {
    assertThat(ask("failed-runs", Map.of(), Runs.of("tried")))
        .containsExactly(
            "<run/e> | \"e\" | \"interrupted\" | 0 |  | \"2026-01-05T10:00:00Z\"^^xsd:dateTime",
            "<run/d> | \"d „läuft“ 🧠\" | \"diverged\" | 3 | \"accuracy is NaN\" | \"2026-01-04T10:00:00Z\"^^xsd:dateTime",
            "<run/c> | \"c\" | \"diverged\" | 2 | \"accuracy is NaN\" | \"2026-01-03T10:00:00Z\"^^xsd:dateTime",
            "<run/c> | \"c\" | \"failed\" | 3 | \"out of memory\" | \"2026-01-03T10:00:00Z\"^^xsd:dateTime");
  }

  @Test
  void aRunThatDivergesIsFoundWhileItRuns() {
    assertThat(ask("failed-runs", Map.of("status", "running"), Runs.of("tried")))
        .containsExactly(
            "<run/d> | \"d „läuft“ 🧠\" | \"diverged\" | 3 | \"accuracy is NaN\" | \"2026-01-04T10:00:00Z\"^^xsd:dateTime");
  }

  @Test
  void whatIsNaNOutsideOfEpochsHasDivergedToo() {
    assertThat(ask("failed-runs", Map.of(), Runs.of("failed-and-running")))
        .containsExactly(
            "<run/failed> | \"exploded\" | \"diverged\" | 1 | \"accuracy and others are NaN\" | \"2026-01-06T22:00:00.5Z\"^^xsd:dateTime",
            "<run/failed> | \"exploded\" | \"failed\" |  |  | \"2026-01-06T22:00:00.5Z\"^^xsd:dateTime");
  }

  @Test
  void aRunThatCompletedHasNoProblem() {
    assertThat(ask("failed-runs", Map.of(), Runs.training())).isEmpty();
  }

  private static List<String> ask(String query, Map<String, String> values, DatasetGraph dataset) {
    return Runs.rows(Runs.ask(Runs.query(query).with(values), dataset));
  }
}
