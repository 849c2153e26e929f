package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class RunsByCommitTest {

  @Test
  void theLatestIsFirst() {
    assertThat(ask(Runs.of("origins"), Map.of()))
        .containsExactly(
            "\"aaaa000000000000000000000000000000000000\" |  | true | \"dd\" | <run/resumed> | \"resumed\" | provdl:completed | \"2026-02-02T10:00:00Z\"^^xsd:dateTime",
            "\"aaaa000000000000000000000000000000000000\" | \"main\" | false |  | <run/base> | \"基礎\" | provdl:completed | \"2026-02-01T10:00:00Z\"^^xsd:dateTime");
  }

  @Test
  void theFirstDigitsAreEnoughInEitherCase() {
    assertThat(ask(Runs.of("origins"), Map.of("beginning", "AAAA", "uncommitted", "true")))
        .containsExactly(
            "\"aaaa000000000000000000000000000000000000\" |  | true | \"dd\" | <run/resumed> | \"resumed\" | provdl:completed | \"2026-02-02T10:00:00Z\"^^xsd:dateTime");
  }

  @Test
  void anUnknownCommitHasNoRuns() {
    assertThat(ask(Runs.of("origins"), Map.of("beginning", "b"))).isEmpty();
  }

  @Test
  void runsFromCommittedCodeOnlyAreNotDirty() {
    assertThat(ask(Runs.of("origins"), Map.of("uncommitted", "true", "limit", "1")))
        .containsExactly(
            "\"aaaa000000000000000000000000000000000000\" |  | true | \"dd\" | <run/resumed> | \"resumed\" | provdl:completed | \"2026-02-02T10:00:00Z\"^^xsd:dateTime");
  }

  @Test
  void codeThatIsNotKnownHasNone() {
    assertThat(ask(Runs.of("failed-and-running"), Map.of())).isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("runs-by-commit").with(values), dataset));
  }
}
