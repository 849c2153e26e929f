package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class AdaptationsTest {

  @Test
  void anAdaptationStandsBetweenTheLossesOfTwoEpochs() {
    assertThat(adaptations(Runs.training(), Runs.ADA))
        .containsExactly(
            "2 | 4 | \"2026-01-05T10:00:31Z\"^^xsd:dateTime | \"learningRate\" | \"model\""
                + " | \"0.01\"^^xsd:double | \"0.001\"^^xsd:double | \"schedule StepSchedule\""
                + " | \"1.25\"^^xsd:double | \"0.75\"^^xsd:double");
  }

  @Test
  void whatIsNotKnownOfAnAdaptationIsLeftOut() {
    assertThat(adaptations(Runs.of("failed-and-running"), "failed"))
        .containsExactly(
            "1 | 3 | \"2026-01-06T22:00:03Z\"^^xsd:dateTime | \"dropout\" | \"hidden\""
                + " |  | 0.3e0 |  |  | \"NaN\"^^xsd:double");
  }

  @Test
  void aRunWithoutAdaptationsHasNone() {
    assertThat(adaptations(Runs.of("failed-and-running"), "running")).isEmpty();
  }

  private static List<String> adaptations(DatasetGraph dataset, String run) {
    return Runs.rows(Runs.ask(Runs.query("adaptations").with("run", run), dataset));
  }
}
