package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class IterationCurveTest {

  @Test
  void everyValueOfASeriesIsARow() {
    assertThat(curve(Runs.training(), Runs.ADA))
        .containsExactly("1 | 1.5e0", "2 | 1.25e0", "3 | 1.0e0");
  }

  @Test
  void theStrideIsKeptAndNotANumberAndInfinityAreShown() {
    assertThat(curve(Runs.of("failed-and-running"), "failed"))
        .containsExactly("1 | 2.5e0", "11 | \"-INF\"^^xsd:double", "21 | \"NaN\"^^xsd:double");
  }

  @Test
  void anotherMetricCanBeAskedFor() {
    assertThat(
            Runs.rows(
                Runs.ask(
                    Runs.query("iteration-curve")
                        .with("run", "failed")
                        .with("metric", Runs.BASE + "metric/gradientNorm"),
                    Runs.of("failed-and-running"))))
        .containsExactly("1 | 7e0");
  }

  @Test
  void aRunWithoutSeriesHasNoCurve() {
    assertThat(curve(Runs.of("failed-and-running"), "running")).isEmpty();
  }

  private static List<String> curve(DatasetGraph dataset, String run) {
    return Runs.rows(Runs.ask(Runs.query("iteration-curve").with("run", run), dataset));
  }
}
