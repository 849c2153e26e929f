package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class TimeAndEnergyTest {

  @Test
  void runsOfNoExperimentAreARowAndEnergyIsEmptyWhereNoneWasMeasured() {
    assertThat(ask(Runs.of("origins"), Map.of()))
        .containsExactly(
            "<experiment/o> | \"origins\" | 2 | 2 | 90.0e0 | 60e0 | 90.0e0 | 7200000.0e0 | 2.0e0 | 1",
            " |  | 4 | 1 | 1.0e0 | 1e0 | 0.0e0 |  |  | 0");
  }

  @Test
  void aRunInTwoExperimentsCountsInBoth() {
    assertThat(ask(Runs.of("failed-and-running"), Map.of()))
        .containsExactly(
            "<experiment/a> | \"a\" | 1 | 1 | \"93601.5\"^^xsd:double | \"93601.5\"^^xsd:double | 0.0e0 |  |  | 0",
            "<experiment/b> | \"b\" | 1 | 1 | \"93601.5\"^^xsd:double | \"93601.5\"^^xsd:double | 0.0e0 |  |  | 0",
            " |  | 1 | 0 | 0.0e0 | 0.0e0 | 0.0e0 |  |  | 0");
  }

  @Test
  void aStoreWithoutRunsHasNone() {
    assertThat(ask(Runs.none(), Map.of())).isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("time-and-energy").with(values), dataset));
  }
}
