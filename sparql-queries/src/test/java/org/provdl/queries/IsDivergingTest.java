package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IsDivergingTest {
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void aLossThatIsNotFiniteInTheLastEpochDiverges() {
    assertThat(losses(1, NAN)).isTrue();
    assertThat(losses(NAN)).isTrue();
    assertThat(losses(1, INF)).isTrue();
    assertThat(losses(1, -INF)).isTrue();
    assertThat(losses(NAN, INF, 1)).isFalse();
  }

  @Test
  void aLossOfMoreThanTwiceTheLowestDiverges() {
    assertThat(losses(1, 0.5, 1.01)).isTrue();
    assertThat(losses(1, 0.5, 1)).isFalse();
    assertThat(losses(1, 0.5, 1.01, 0.9)).isFalse();
    assertThat(ask(Map.of("factor", "1.5"), of(0.5), of(0.8))).isTrue();
  }

  @Test
  void aLowestLossOfZeroOrBelowHasNoMultiples() {
    assertThat(losses(0, 1)).isFalse();
    assertThat(losses(-5, -4)).isFalse();
  }

  @Test
  void oneEpochOrNoValueInTheLastOneIsNoDivergence() {
    assertThat(losses(7)).isFalse();
    assertThat(ask(Map.of())).isFalse();
    assertThat(ask(Map.of(), of(NAN), of())).isFalse();
    assertThat(ask(Map.of("split", "provdl:testData"), of(NAN))).isFalse();
    assertThat(ask(Map.of("metric", "provdl:accuracy"), of(NAN))).isFalse();
  }

  @Test
  void eachOfSeveralValuesInAnEpochCounts() {
    assertThat(ask(Map.of(), of(1), of(1, NAN))).isTrue();
    assertThat(ask(Map.of(), of(1), of(9, 1))).isTrue();
    assertThat(ask(Map.of(), of(1, 9), of(1, 1))).isFalse();
  }

  @Test
  void anotherRunDoesNotMatter() {
    assertThat(
            Runs.ask(
                    Runs.query("is-diverging").with("run", "other"),
                    Runs.measured("provdl:loss", "provdl:trainingData", false, of(NAN)))
                .isYes())
        .isFalse();
  }

  private static boolean losses(double... losses) {
    return ask(Map.of(), Runs.onePerEpoch(losses));
  }

  private static boolean ask(Map<String, String> values, double[]... epochs) {
    return Runs.ask(
            Runs.query("is-diverging").with(values).with("run", "measured"),
            Runs.measured("provdl:loss", "provdl:trainingData", false, epochs))
        .isYes();
  }

  private static double[] of(double... values) {
    return values;
  }
}
