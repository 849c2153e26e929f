package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveTest {

  private final Curve curve = new Curve();

  @Test
  void pointsComeBackInOrderWithGapsWhereSomeAreMissing() {
    curve.add(7, 0.7, 1);
    curve.add(5, Double.NaN, 1);
    curve.add(8, 0.8, 1);
    assertThat(curve.firstIteration()).isEqualTo(5);
    assertThat(curve.values()).containsExactly(Double.NaN, null, 0.7, 0.8);
  }

  @Test
  void aVeryLongCurveKeepsEveryFourthPointAndExactSums() {
    int iterations = 2 * Curve.MAX_POINTS + 1;
    for (int i = 1; i <= iterations; i++) {
      curve.add(i, i, 2);
    }
    assertThat(curve.size()).isEqualTo(iterations);
    assertThat(curve.exampleCount()).isEqualTo(2L * iterations);
    assertThat(curve.mean()).isEqualTo((iterations + 1) / 2.0);
    assertThat(curve.stride()).isEqualTo(4);
    assertThat(curve.values()).hasSize(Curve.MAX_POINTS / 2 + 1).startsWith(1.0, 5.0, 9.0);
  }
}
