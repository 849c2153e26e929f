package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingsTest {

  @Test
  void theHighestWinsWhereThatIsAskedForAndElseTheLowest() {
    Standings highest = standings(true, 0.5, 0.96, 0.95);
    assertThat(highest.winner()).isEqualTo(2);
    assertThat(highest.reason())
        .isEqualTo("the highest accuracy on test of 3 trials; next best 0.95 of trial 3");
    Standings lowest = standings(false, 0.5, 0.96, 0.95);
    assertThat(lowest.winner()).isEqualTo(1);
    assertThat(lowest.reason())
        .isEqualTo("the lowest accuracy on test of 3 trials; next best 0.95 of trial 3");
  }

  @Test
  void notANumberAndFailuresNeverWinAndAreCounted() {
    Standings standings = standings(false, Double.NaN, null, 3.0, null);
    assertThat(standings.winner()).isEqualTo(3);
    assertThat(standings.reason())
        .isEqualTo("the lowest accuracy on test of 4 trials, 1 of which gave a number");
    assertThat(standings.best()).isEqualTo("3 (trial 3)");
  }

  @Test
  void ofEqualOnesTheEarlierTrialWins() {
    for (boolean maximize : new boolean[] {true, false}) {
      Standings standings = standings(maximize, 0.0, -0.0, 0.0);
      assertThat(standings.winner()).isEqualTo(1);
      assertThat(standings.reason()).endsWith("; trial 2 has the same, and is later");
    }
  }

  @Test
  void theOrderInWhichTrialsEndDoesNotMatter() {
    Standings standings = new Standings(study(true));
    for (int trial = 3; trial > 0; trial--) {
      standings.start();
      standings.end(trial, 0.5);
    }
    assertThat(standings.winner()).isEqualTo(1);
  }

  @Test
  void infiniteOnesAreCompared() {
    assertThat(standings(true, Double.NEGATIVE_INFINITY, 1.0).winner()).isEqualTo(2);
    assertThat(standings(true, Double.NEGATIVE_INFINITY).winner()).isEqualTo(1);
  }

  @Test
  void withoutANumberThereIsNoWinner() {
    Standings standings = standings(true, Double.NaN, null);
    assertThat(standings.winner()).isNull();
    assertThat(standings.best()).isNull();
    assertThat(standings.reason()).isEqualTo("no winner: none of 2 trials gave a number");
    assertThat(standings(true).reason()).isEqualTo("no winner: no trial was made");
    assertThat(standings(true, 0.25).reason()).isEqualTo("the highest accuracy on test of 1 trial");
  }

  @Test
  void numbersHaveSixDigits() {
    assertThat(List.of(1 / 3.0, 1000.0, 1e-9 / 3, 1.5e300, 0.0).stream().map(Standings::text))
        .containsExactly("0.333333", "1000", "3.33333E-10", "1.5E+300", "0.0");
    assertThat(Standings.text(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
  }

  private static Standings standings(boolean maximize, @Nullable Double... objectives) {
    Standings standings = new Standings(study(maximize));
    for (int i = 0; i < objectives.length; i++) {
      standings.start();
      standings.end(i + 1, objectives[i]);
    }
    return standings;
  }

  static StudyDescription study(boolean maximize) {
    return new StudyDescription(
        "s", null, "ada", "accuracy", Split.TEST, maximize, List.of(), "grid", null, null);
  }
}
