package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

/** Questions about some runs only. */
class ChosenRunsTest {

  @Test
  void theWorstOfTheRunsInTwoStates() {
    assertThat(
            ask(
                "best-runs",
                Map.of("worst", "true", "status", "completed,running"),
                Runs.of("tried")))
        .containsExactly(
            "<run/b> | \"b\" | 0.8e0 | \"learningRate=0.1, seed=2\"",
            "<run/a> | \"a\" | 0.9e0 | \"learningRate=0.1, seed=1\"",
            "<run/d> | \"d „läuft“ 🧠\" | 0.95e0 | \"learningRate=2\"");
  }

  @Test
  void aRunOfTwoExperimentsIsListedOnce() {
    assertThat(ask("best-runs", Map.of("experiment", "eins,zwei"), Runs.of("tried")))
        .containsExactly(
            "<run/a> | \"a\" | 0.9e0 | \"learningRate=0.1, seed=1\"",
            "<run/b> | \"b\" | 0.8e0 | \"learningRate=0.1, seed=2\"");
  }

  @Test
  void aRunWithoutStatusIsRunning() {
    assertThat(ask("best-runs", Map.of("status", "running"), Runs.of("tried")))
        .containsExactly("<run/d> | \"d „läuft“ 🧠\" | 0.95e0 | \"learningRate=2\"");
  }

  @Test
  void runsWithATextInTheirName() {
    assertThat(ask("best-runs", Map.of("text", "LÄUFT"), Runs.of("tried")))
        .containsExactly("<run/d> | \"d „läuft“ 🧠\" | 0.95e0 | \"learningRate=2\"");
    assertThat(ask("best-runs", Map.of("text", "nothing like it"), Runs.of("tried"))).isEmpty();
  }

  @Test
  void runsSinceATime() {
    assertThat(ask("best-runs", Map.of("since", "2026-01-02T10:00:00Z"), Runs.of("tried")))
        .containsExactly(
            "<run/d> | \"d „läuft“ 🧠\" | 0.95e0 | \"learningRate=2\"",
            "<run/b> | \"b\" | 0.8e0 | \"learningRate=0.1, seed=2\"",
            "<run/e> | \"e\" | 0.7e0 | \"learningRate=auto\"");
  }

  @Test
  void runsOfAnExperimentAndAllTheirExperiments() {
    assertThat(ask("list-runs", Map.of("experiment", "eins"), Runs.of("tried")))
        .containsExactly(
            "<run/b> | \"b\" | \"eins, zwei „2“\" | provdl:completed | \"2026-01-02T10:00:00Z\"^^xsd:dateTime | 20e0 | 2 | \"\" | \"\"",
            "<run/a> | \"a\" | \"eins\" | provdl:completed | \"2026-01-01T10:00:00Z\"^^xsd:dateTime | 40e0 | 4 | \"ada\" | \"\"");
  }

  @Test
  void runsInOneOfTwoStates() {
    assertThat(ask("list-runs", Map.of("status", "running,failed"), Runs.of("tried")))
        .containsExactly(
            "<run/d> | \"d „läuft“ 🧠\" | \"\" | provdl:running | \"2026-01-04T10:00:00Z\"^^xsd:dateTime |  | 3 | \"\" | \"\"",
            "<run/c> | \"c\" | \"\" | provdl:failed | \"2026-01-03T10:00:00Z\"^^xsd:dateTime | 5e0 | 3 | \"\" | \"\"");
  }

  @Test
  void runsOfAPerson() {
    assertThat(ask("list-runs", Map.of("who", "ada"), Runs.of("tried")))
        .containsExactly(
            "<run/a> | \"a\" | \"eins\" | provdl:completed | \"2026-01-01T10:00:00Z\"^^xsd:dateTime | 40e0 | 4 | \"ada\" | \"\"");
  }

  @Test
  void theNewestRuns() {
    assertThat(ask("list-runs", Map.of("since", "2026-01-05T10:00:00Z"), Runs.of("tried")))
        .containsExactly(
            "<run/e> | \"e\" | \"\" | provdl:interrupted | \"2026-01-05T10:00:00Z\"^^xsd:dateTime | 1e0 | 0 | \"\" | \"\"");
  }

  @Test
  void experimentsCountTheirRunsByState() {
    assertThat(ask("experiments", Map.of(), Runs.of("tried")))
        .containsExactly(
            " | 3 | 1 | 0 | 1 | 1 | \"2026-01-03T10:00:00Z\"^^xsd:dateTime | \"2026-01-05T10:00:00Z\"^^xsd:dateTime | 6.0e0",
            "\"eins\" | 2 | 0 | 2 | 0 | 0 | \"2026-01-01T10:00:00Z\"^^xsd:dateTime | \"2026-01-02T10:00:00Z\"^^xsd:dateTime | 60.0e0",
            "\"zwei „2“\" | 1 | 0 | 1 | 0 | 0 | \"2026-01-02T10:00:00Z\"^^xsd:dateTime | \"2026-01-02T10:00:00Z\"^^xsd:dateTime | 20e0");
  }

  @Test
  void aRunOfTwoExperimentsCountsInBoth() {
    assertThat(ask("experiments", Map.of(), Runs.of("failed-and-running")))
        .containsExactly(
            " | 1 | 1 | 0 | 0 | 0 | \"2026-01-07T10:00:00Z\"^^xsd:dateTime | \"2026-01-07T10:00:00Z\"^^xsd:dateTime | 0e0",
            "\"a\" | 1 | 0 | 0 | 1 | 0 | \"2026-01-06T22:00:00.5Z\"^^xsd:dateTime | \"2026-01-06T22:00:00.5Z\"^^xsd:dateTime | \"93601.5\"^^xsd:double",
            "\"b\" | 1 | 0 | 0 | 1 | 0 | \"2026-01-06T22:00:00.5Z\"^^xsd:dateTime | \"2026-01-06T22:00:00.5Z\"^^xsd:dateTime | \"93601.5\"^^xsd:double");
  }

  private static List<String> ask(String query, Map<String, String> values, DatasetGraph dataset) {
    return Runs.rows(Runs.ask(Runs.query(query).with(values), dataset));
  }
}
