package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class ImprovesTooSlowlyTest {
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void aLossThatDidNotFallByTheGainInTheLastEpochsIsTooSlow() {
    assertThat(losses(1, 0.95, 0.92)).isTrue();
    assertThat(losses(1, 0.95, 0.85)).isFalse();
    assertThat(losses(1, 0.85, 0.95)).isFalse();
    assertThat(losses(1, 1.5, 2)).isTrue();
    assertThat(losses(1, 0.1, 0.2, 0.15)).isTrue();
    assertThat(losses(-1, -1.05, -1.2)).isFalse();
  }

  @Test
  void aMetricThatIsBetterWhenHigherHasToRise() {
    assertThat(accuracies(0.5, 0.55, 0.58)).isTrue();
    assertThat(accuracies(0.5, 0.55, 0.7)).isFalse();
    assertThat(accuracies(0.5, 0.3, 0.1)).isTrue();
  }

  @Test
  void fewerEpochsThanAskedAreNotTooSlow() {
    assertThat(losses(1, 1)).isFalse();
    assertThat(losses(1)).isFalse();
    assertThat(losses()).isFalse();
    assertThat(losses(1, 1, 1)).isTrue();
  }

  @Test
  void valuesAreNeededBeforeAndInTheLastEpochs() {
    assertThat(ask("loss", "2", validation(of(), of(1), of(1)))).isFalse();
    assertThat(ask("loss", "2", validation(of(1), of(), of()))).isFalse();
    assertThat(ask("loss", "2", validation(of(1), of(), of(1)))).isTrue();
    assertThat(ask("recall", "2", validation(of(1), of(1), of(1)))).isFalse();
    assertThat(ask("loss", "0", validation(of(1), of(1)))).isFalse();
  }

  @Test
  void notANumberIsWorseThanAnyOther() {
    assertThat(losses(1, NAN, NAN)).isTrue();
    assertThat(losses(1, NAN, 0.5)).isFalse();
    assertThat(losses(NAN, 1, 1)).isFalse();
    assertThat(losses(NAN, NAN, NAN)).isTrue();
    assertThat(accuracies(0.5, NAN, NAN)).isTrue();
    assertThat(losses(INF, 1, 1)).isFalse();
    assertThat(losses(INF, INF, INF)).isTrue();
    assertThat(losses(1, INF, INF)).isTrue();
  }

  @Test
  void theBestOfSeveralValuesInAnEpochCounts() {
    assertThat(ask("loss", "2", validation(of(1), of(3), of(2, 0.5)))).isFalse();
    assertThat(ask("loss", "2", validation(of(1, 0.5), of(3), of(0.5)))).isTrue();
  }

  private static boolean losses(double... losses) {
    return ask("loss", "2", validation(Runs.onePerEpoch(losses)));
  }

  private static boolean accuracies(double... accuracies) {
    return ask(
        "accuracy",
        "2",
        Runs.measured(
            "provdl:accuracy", "provdl:validationData", true, Runs.onePerEpoch(accuracies)));
  }

  private static boolean ask(String metric, String epochs, DatasetGraph dataset) {
    return Runs.ask(
            Runs.query("improves-too-slowly")
                .with("gain", "0.1")
                .with("metric", "provdl:" + metric)
                .with("run", "measured")
                .with("epochs", epochs),
            dataset)
        .isYes();
  }

  private static DatasetGraph validation(double[]... losses) {
    return Runs.measured("provdl:loss", "provdl:validationData", false, losses);
  }

  private static double[] of(double... values) {
    return values;
  }
}
