package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class EpochTimesTest {

  @Test
  void theLongestIsTheFirstOfThoseThatTookAsLong() {
    assertThat(times(Runs.training()))
        .containsExactly(
            "<run/01JD8X0000000000000000000A> | \"digits\" | 2 | 30.0 | 30.0 | 1 | 60.0");
  }

  @Test
  void aRunWithoutEpochsIsNotThere() {
    assertThat(times(Runs.of("failed-and-running")))
        .containsExactly("<run/failed> | \"exploded\" | 1 | 5401.5 | 5401.5 | 1 | 5401.5");
  }

  private static List<String> times(DatasetGraph dataset) {
    return Runs.rows(Runs.ask(Runs.query("epoch-times").with("limit", "5"), dataset));
  }
}
