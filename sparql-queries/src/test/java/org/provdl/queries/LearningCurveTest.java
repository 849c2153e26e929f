package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class LearningCurveTest {

  @Test
  void eachEpochOfEachSplitIsARow() {
    assertThat(curve(Runs.training(), "provdl:loss"))
        .containsExactly(
            "1 | provdl:trainingData | \"1.25\"^^xsd:double",
            "2 | provdl:trainingData | \"0.75\"^^xsd:double",
            "2 | provdl:validationData | \"0.8\"^^xsd:double");
  }

  @Test
  void whatIsNoNumberIsThereToo() {
    SparqlEndpoint endpoint =
        SparqlEndpoint.local(
            Runs.measured(
                "provdl:loss",
                "provdl:testData",
                false,
                Runs.onePerEpoch(0.5, Double.NaN, Double.POSITIVE_INFINITY)));
    assertThat(
            Runs.rows(
                endpoint.select(
                    Runs.query("learning-curve")
                        .with("run", "measured")
                        .with("metric", "provdl:loss")
                        .toQuery())))
        .containsExactly(
            "1 | provdl:testData | \"0.5\"^^xsd:double",
            "2 | provdl:testData | \"NaN\"^^xsd:double",
            "3 | provdl:testData | \"INF\"^^xsd:double");
  }

  @Test
  void aMetricThatWasNotMeasuredHasNoCurve() {
    assertThat(curve(Runs.training(), "provdl:recall")).isEmpty();
  }

  private static List<String> curve(DatasetGraph dataset, String metric) {
    return Runs.rows(
        Runs.query("learning-curve")
            .with("run", Runs.ADA)
            .with("metric", metric)
            .on(SparqlEndpoint.local(dataset)));
  }
}
