package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidationLossRisesTest {
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void threeRisesInARowAtTheEndAreARise() {
    assertThat(losses(0.4, 0.5, 0.6, 0.7)).isTrue();
    assertThat(losses(9, 0.4, 0.5, 0.6, 0.7)).isTrue();
    assertThat(losses(0.4, 0.5, 0.6, 0.7, 0.6)).isFalse();
    assertThat(losses(0.4, 0.5, 0.5, 0.7)).isFalse();
    assertThat(losses(0.4, 0.5, 0.6, INF)).isTrue();
  }

  @Test
  void fewerEpochsThanAskedAreNone() {
    assertThat(losses(0.5, 0.6, 0.7)).isFalse();
    assertThat(losses(0.5)).isFalse();
    assertThat(losses()).isFalse();
    assertThat(ask(Map.of("epochs", "1"), of(0.5), of(0.6))).isTrue();
    assertThat(ask(Map.of("epochs", "1"), of(0.5))).isFalse();
    assertThat(ask(Map.of("epochs", "0"), of(0.5), of(0.6))).isFalse();
    assertThat(ask(Map.of("epochs", "-1"), of(0.5), of(0.6))).isFalse();
  }

  @Test
  void notANumberAndAMissingValueBreakARise() {
    assertThat(losses(0.4, 0.5, NAN, 0.7)).isFalse();
    assertThat(losses(0.4, 0.5, 0.6, NAN)).isFalse();
    assertThat(losses(NAN, 0.5, 0.6, 0.7)).isFalse();
    assertThat(ask(Map.of(), of(0.4), of(0.5), of(0.6), of(0.7), of())).isFalse();
    assertThat(ask(Map.of("split", "provdl:testData"), of(1), of(2), of(3), of(4))).isFalse();
  }

  @Test
  void theLowestOfSeveralValuesInAnEpochCounts() {
    assertThat(ask(Map.of("epochs", "1"), of(0.5, 0.9), of(0.6, 0.7))).isTrue();
    assertThat(ask(Map.of("epochs", "1"), of(0.5), of(0.9, 0.4))).isFalse();
    assertThat(ask(Map.of("epochs", "2"), of(1, 2), of(3), of(4, 5))).isTrue();
  }

  private static boolean losses(double... losses) {
    return ask(Map.of(), Runs.onePerEpoch(losses));
  }

  private static boolean ask(Map<String, String> values, double[]... epochs) {
    return Runs.ask(
            Runs.query("validation-loss-rises").with(values).with("run", "measured"),
            Runs.measured("provdl:loss", "provdl:validationData", false, epochs))
        .isYes();
  }

  private static double[] of(double... values) {
    return values;
  }
}
