package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class SameDataTest {

  @Test
  void aRunOnOtherExamplesOfTheSameFileIsListed() {
    assertThat(ask(Runs.fineTuned(), Map.of("run", "01JD8X0000000000000000000A")))
        .containsExactly(
            "<run/01JD8X0000000000000000000C> | \"digits, again\" | \"training\" | \"digits.csv.gz\" | 1437 | 500 | 42 | 7 | \"normalize maximum=16\" | \"\"");
  }

  @Test
  void otherStepsOfPreparationAreADifference() {
    assertThat(ask(Runs.of("origins"), Map.of("run", "base")))
        .containsExactly(
            "<run/resumed> | \"resumed\" | \"training\" | \"één.csv\" | 100 | 100 |  |  | \"split ratio=0.8, split seed=7, shuffle\" | \"\"");
  }

  @Test
  void partsThatAreTheSameAreListedOnRequest() {
    assertThat(ask(Runs.fineTuned(), Map.of("run", "01JD8X0000000000000000000A", "same", "true")))
        .containsExactly(
            "<run/01JD8X0000000000000000000C> | \"digits, again\" | \"test\" | \"digits.csv.gz\" | 360 | 360 |  |  | \"\" | \"\"",
            "<run/01JD8X0000000000000000000C> | \"digits, again\" | \"training\" | \"digits.csv.gz\" | 1437 | 500 | 42 | 7 | \"normalize maximum=16\" | \"\"");
  }

  @Test
  void dataThatNobodyElseUsesHasNone() {
    assertThat(ask(Runs.of("origins"), Map.of("run", "tuned"))).isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("same-data").with(values), dataset));
  }
}
