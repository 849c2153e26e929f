package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class ImportedRunsTest {

  private static final String ROW =
      "<run/01JD8X0000000000000000000M> | \"wine\" | \"MLflow\" | \"9b1c\" | \"mlruns/1/9b1c\" | \"4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865\" | \"2026-02-01T09:00:00Z\"^^xsd:dateTime | \"ada\" | <run/01JD8X0000000000000000000M#import-4355a46b19d348dc>";

  @Test
  void anImportIsListedWithItsRecord() {
    assertThat(ask(Runs.documented(), Map.of())).containsExactly(ROW);
  }

  @Test
  void onlyTheRunsThatAreAskedFor() {
    assertThat(ask(Runs.documented(), Map.of("run", "01JD8X0000000000000000000M")))
        .containsExactly(ROW);
    assertThat(ask(Runs.documented(), Map.of("run", "01JD8X0000000000000000000A"))).isEmpty();
  }

  @Test
  void capturedRunsWereNotImported() {
    assertThat(ask(Runs.training(), Map.of())).isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("imported-runs").with(values), dataset));
  }
}
