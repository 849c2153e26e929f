package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class PeopleTest {

  @Test
  void whoRanMostIsFirst() {
    assertThat(ask(Runs.of("origins"), Map.of()))
        .containsExactly(
            "<agent/person/eve> | \"Eve\" | 2 | 2 | 0 | 0 | 0 | 90.0e0 | \"2026-02-02T10:00:00Z\"^^xsd:dateTime");
  }

  @Test
  void aRunOfTwoPeopleCountsForBoth() {
    assertThat(ask(Runs.of("failed-and-running"), Map.of()))
        .containsExactly(
            "<agent/person/ada> | \"ada\" | 1 | 0 | 1 | 0 | 0 | \"93601.5\"^^xsd:double | \"2026-01-06T22:00:00.5Z\"^^xsd:dateTime",
            "<agent/person/grace> | \"grace\" | 1 | 0 | 1 | 0 | 0 | \"93601.5\"^^xsd:double | \"2026-01-06T22:00:00.5Z\"^^xsd:dateTime");
  }

  @Test
  void runsOfNobodyHaveNone() {
    assertThat(ask(Runs.of("studies"), Map.of())).isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("people").with(values), dataset));
  }
}
