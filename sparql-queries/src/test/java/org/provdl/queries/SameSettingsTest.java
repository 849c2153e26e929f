package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

/** Runs that should have come to the same. */
class SameSettingsTest {

  @Test
  void whatDiffersIsSaid() {
    assertThat(ask("same-settings", Map.of(), Runs.of("tried")))
        .containsExactly(
            "2 | 0.8e0 | 0.9e0 | 0.09999999999999998e0 | \"seed, code\" | <run/a> | <run/b>");
  }

  @Test
  void aSeedThatOnlyOneRunTellsIsNoDifference() {
    assertThat(ask("same-settings", Map.of(), Runs.documented()))
        .containsExactly(
            "2 | \"0.94\"^^xsd:double | \"0.96\"^^xsd:double | 0.020000000000000018e0 | \"\" | <run/01JD8X0000000000000000000A> | <run/01JD8X0000000000000000000E>");
  }

  @Test
  void oneRunHasNothingToBeComparedWith() {
    assertThat(ask("same-settings", Map.of(), Runs.training())).isEmpty();
  }

  private static List<String> ask(String query, Map<String, String> values, DatasetGraph dataset) {
    return Runs.rows(Runs.ask(Runs.query(query).with(values), dataset));
  }
}
