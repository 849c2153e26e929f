package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class ListRunsTest {

  @Test
  void aCompletedRunIsListedWithWhatIsKnownOfIt() {
    assertThat(runs(Runs.training()))
        .containsExactly(
            "<run/01JD8X0000000000000000000A> | \"digits\" | \"digits\" | provdl:completed"
                + " | \"2026-01-05T10:00:00Z\"^^xsd:dateTime | 60.0 | 2 | \"ada\" | \"host.example\"");
  }

  @Test
  void theNewestRunComesFirstAndARunWithoutStatusIsRunning() {
    assertThat(runs(Runs.of("failed-and-running")))
        .containsExactly(
            "<run/running> | \"Ziffern „数字“ \\\"🧠\\\"\" |  | provdl:running"
                + " | \"2026-01-07T10:00:00Z\"^^xsd:dateTime |  | 0 |  | ",
            "<run/failed> | \"exploded\" | \"a, b\" | provdl:failed"
                + " | \"2026-01-06T22:00:00.5Z\"^^xsd:dateTime | 93601.5 | 1 | \"ada, grace\" | ");
  }

  @Test
  void noMoreRunsAreListedThanAskedFor() {
    assertThat(
            Runs.ask(Runs.query("list-runs").with("limit", "1"), Runs.of("failed-and-running"))
                .rows())
        .hasSize(1);
  }

  @Test
  void anEmptyStoreHasNoRuns() {
    assertThat(runs(Runs.none())).isEmpty();
  }

  private static List<String> runs(DatasetGraph dataset) {
    return Runs.rows(Runs.ask(Runs.query("list-runs").with(Map.of()), dataset));
  }
}
