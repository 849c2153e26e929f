package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class StudiesTest {

  @Test
  void aCompletedStudyIsListedWithItsWinnerAndWhyItWon() {
    assertThat(studies(Runs.study()))
        .containsExactly(
            "<study/01JD8W0000000000000000000S> | \"digits search\" | provdl:completed"
                + " | \"2026-01-05T09:59:00Z\"^^xsd:dateTime | \"random\" | \"highest accuracy on test\" | 4 | 1"
                + " | \"0.96\"^^xsd:double | \"the highest accuracy on test of 4 trials, 2 of which gave a"
                + " number; next best 0.95 of trial 2\"");
  }

  @Test
  void theNewestComesFirstAndOneWithoutWinnerSaysWhyOrIsRunning() {
    assertThat(studies(Runs.of("studies")))
        .containsExactly(
            "<study/running> | \"Suche „数字“\" | provdl:running | \"2026-01-07T10:00:00Z\"^^xsd:dateTime"
                + " | \"my tuner\" | \"lowest loss on validation\" | 0 |  |  | ",
            "<study/hopeless> | \"hopeless\" | provdl:interrupted | \"2026-01-06T10:00:00Z\"^^xsd:dateTime"
                + " | \"grid\" | \"lowest own on training\" | 1 |  |  | \"no winner: none of 1 trial gave a number\"");
  }

  @Test
  void aStoreOfRunsAloneHasNone() {
    assertThat(studies(Runs.training())).isEmpty();
  }

  private static List<String> studies(DatasetGraph dataset) {
    return Runs.rows(Runs.ask(Runs.query("studies").with(Map.of()), dataset));
  }
}
