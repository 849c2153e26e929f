package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class MetricByRunTest {

  @Test
  void runsWithoutTheMetricHaveARowToo() {
    assertThat(rows(Runs.of("ranking"), "provdl:accuracy", ""))
        .containsExactly(
            "<run/diverged> | \"diverged\" | provdl:running | ",
            "<run/first> | \"first\" | provdl:running | 0.90e0",
            "<run/second> | \"second\" | provdl:running | 0.95e0",
            "<run/unnamed> |  | provdl:running | 1");
    assertThat(rows(Runs.of("ranking"), "provdl:loss", ""))
        .containsExactly(
            "<run/diverged> | \"diverged\" | provdl:running | ",
            "<run/first> | \"first\" | provdl:running | 0.40e0",
            "<run/second> | \"second\" | provdl:running | 0.45e0",
            "<run/unnamed> |  | provdl:running | ");
  }

  @Test
  void onlyTheRunsOfAnExperimentAreThereOnRequest() {
    assertThat(rows(Runs.training(), "provdl:accuracy", "digits"))
        .containsExactly(
            "<run/01JD8X0000000000000000000A> | \"digits\" | provdl:completed | \"0.96\"^^xsd:double");
    assertThat(rows(Runs.training(), "provdl:accuracy", "iris")).isEmpty();
  }

  private static List<String> rows(DatasetGraph dataset, String metric, String experiment) {
    return Runs.rows(
        Runs.query("metric-by-run")
            .with("metric", metric)
            .with("experiment", experiment)
            .on(SparqlEndpoint.local(dataset)));
  }
}
