package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class ResourcesByEpochTest {

  @Test
  void whatWasNotLookedAtIsEmpty() {
    assertThat(resources(Runs.training(), Runs.ADA))
        .containsExactly(
            "1 | \"30.0\"^^xsd:double | \"49.5\"^^xsd:double | \"0.25\"^^xsd:double | 184549376 | 1153433600 | 2147483648 | \"1420.25\"^^xsd:double",
            "2 | \"30.0\"^^xsd:double | \"51.25\"^^xsd:double | \"0.125\"^^xsd:double | 210763776 |  |  | ");
  }

  @Test
  void aRunThatHasJustStartedHasNone() {
    assertThat(resources(Runs.of("failed-and-running"), "running")).isEmpty();
  }

  private static List<String> resources(DatasetGraph dataset, String run) {
    return Runs.rows(Runs.ask(Runs.query("resources-by-epoch").with("run", run), dataset));
  }
}
