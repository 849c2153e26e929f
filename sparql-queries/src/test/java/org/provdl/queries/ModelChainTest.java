package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class ModelChainTest {

  @Test
  void aModelLeadsThroughResumptionAndFineTuningToTheRunFromScratch() {
    assertThat(ask(Runs.of("origins"), Map.of("entity", "tuned#state-12")))
        .containsExactly(
            "\"2026-02-01T10:00:00Z\"^^xsd:dateTime | <run/base> | \"基礎\" | provdl:completed | \"scratch\" | <run/base#state-3> | \"in memory\" | 3 |  | false",
            "\"2026-02-01T10:00:00Z\"^^xsd:dateTime | <run/base> | \"基礎\" | provdl:completed | \"scratch\" | <artifact/sha256-m1> | \"file\" | 6 | \"/models/base.zip\" | false",
            "\"2026-02-01T10:00:00Z\"^^xsd:dateTime | <run/base> | \"基礎\" | provdl:completed | \"scratch\" | <run/base#state-6> | \"in memory\" | 6 |  | true",
            "\"2026-02-02T10:00:00Z\"^^xsd:dateTime | <run/resumed> | \"resumed\" | provdl:completed | \"resumed\" | <run/resumed#state-9> | \"in memory\" | 3 |  | true",
            "\"2026-02-03T10:00:00Z\"^^xsd:dateTime | <run/tuned> | \"tuned\" | provdl:running | \"fine-tuned\" | <run/tuned#state-12> | \"in memory\" | 3 |  | true");
  }

  @Test
  void layersOfAnotherModelAreTransferred() {
    assertThat(ask(Runs.of("origins"), Map.of("entity", "transferred#state")))
        .containsExactly(
            "\"2026-02-01T10:00:00Z\"^^xsd:dateTime | <run/base> | \"基礎\" | provdl:completed | \"scratch\" | <run/base#state-3> | \"in memory\" | 3 |  | false",
            "\"2026-02-01T10:00:00Z\"^^xsd:dateTime | <run/base> | \"基礎\" | provdl:completed | \"scratch\" | <artifact/sha256-m1> | \"file\" | 6 | \"/models/base.zip\" | false",
            "\"2026-02-01T10:00:00Z\"^^xsd:dateTime | <run/base> | \"基礎\" | provdl:completed | \"scratch\" | <run/base#state-6> | \"in memory\" | 6 |  | true",
            "\"2026-02-04T10:00:00Z\"^^xsd:dateTime | <run/transferred> |  | provdl:failed | \"transferred\" | <run/transferred#state> | \"in memory\" |  |  | true");
  }

  @Test
  void anotherFrameworksModelIsImported() {
    assertThat(ask(Runs.of("origins"), Map.of("entity", "imported#state")))
        .containsExactly(
            "\"2026-02-05T10:00:00Z\"^^xsd:dateTime | <run/imported> |  | provdl:completed | \"imported\" | <run/imported#state> | \"in memory\" |  |  | true");
  }

  @Test
  void checkpointsThatTheModelDoesNotComeFromAreNoAncestors() {
    assertThat(ask(Runs.of("origins"), Map.of("entity", "base#state-3")))
        .containsExactly(
            "\"2026-02-01T10:00:00Z\"^^xsd:dateTime | <run/base> | \"基礎\" | provdl:completed | \"scratch\" | <run/base#state-3> | \"in memory\" | 3 |  | true",
            "\"2026-02-01T10:00:00Z\"^^xsd:dateTime | <run/base> | \"基礎\" | provdl:completed | \"scratch\" | <artifact/sha256-m1> | \"file\" | 6 | \"/models/base.zip\" | false",
            "\"2026-02-01T10:00:00Z\"^^xsd:dateTime | <run/base> | \"基礎\" | provdl:completed | \"scratch\" | <run/base#state-6> | \"in memory\" | 6 |  | false");
  }

  @Test
  void dataHasNoChain() {
    assertThat(ask(Runs.of("origins"), Map.of("entity", "sha256-d1"))).isEmpty();
  }

  @Test
  void aHundredRunsAreAHundredRows() {
    assertThat(ask(Runs.chain(100), Map.of("entity", "100#state")))
        .hasSize(100)
        .filteredOn(row -> row.contains("\"scratch\""))
        .containsExactly(
            " | <run/1> |  | provdl:running | \"scratch\" | <run/1#state> | \"in memory\" |  |  | true");
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("model-chain").with(values), dataset));
  }
}
