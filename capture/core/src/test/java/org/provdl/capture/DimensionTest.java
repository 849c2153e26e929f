package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DimensionTest {

  @Test
  void aGridHasAllCombinationsAndTheLastDimensionChangesFirst() {
    Search grid =
        Search.grid(
            List.of(
                Dimension.choice("updater", "Sgd", RoundingMode.UP),
                Dimension.logUniform("learningRate", 1e-4, 1e-1).inSteps(4),
                Dimension.integers("layers", 1, 2)));
    List<Map<String, Object>> trials = all(grid);
    assertThat(trials).hasSize(16).doesNotHaveDuplicates();
    assertThat(trials.subList(0, 3))
        .containsExactly(
            Map.of("updater", "Sgd", "learningRate", 1e-4, "layers", 1L),
            Map.of("updater", "Sgd", "learningRate", 1e-4, "layers", 2L),
            Map.of("updater", "Sgd", "learningRate", 1e-3, "layers", 1L));
    assertThat(trials.get(15))
        .containsExactly(
            Map.entry("updater", RoundingMode.UP),
            Map.entry("learningRate", 1e-1),
            Map.entry("layers", 2L));
  }

  @Test
  void stepsAreEvenlySpacedAndEndAtTheBounds() {
    assertThat(values(Dimension.uniform("dropout", 0, 0.5).inSteps(6)))
        .containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5);
    assertThat(values(Dimension.integers("units", 16, 128).inSteps(3)))
        .containsExactly(16L, 72L, 128L);
    assertThat(values(Dimension.integers("units", -1, 1))).containsExactly(-1L, 0L, 1L);
  }

  /** Values that were drawn once; the same must come on every Java virtual machine. */
  @Test
  void aSeedDrawsTheSameValuesEverywhere() {
    Search search =
        Search.random(
            List.of(
                Dimension.logUniform("learningRate", 1e-4, 1e-1),
                Dimension.uniform("dropout", 0, 0.5),
                Dimension.integers("units", 16, 128),
                Dimension.choice("batchSize", 16, 32, 64)),
            2,
            42);
    assertThat(all(search))
        .containsExactly(
            Map.of(
                "learningRate",
                0.015229689183873182,
                "dropout",
                0.3416117358799227,
                "units",
                50L,
                "batchSize",
                64),
            Map.of(
                "learningRate",
                0.013277972561775157,
                "dropout",
                0.04566230552920897,
                "units",
                66L,
                "batchSize",
                16));
  }

  @Test
  void everyValueOfARandomSearchIsWithinItsBoundsAndAllAreDrawn() {
    Random random = new Random(7);
    List<Dimension> dimensions =
        List.of(
            Dimension.integers("units", 1, 3),
            Dimension.choice("units", 1L, 2L, 3L),
            Dimension.uniform("units", 1, 3).inSteps(3));
    for (Dimension dimension : dimensions) {
      assertThat(
              IntStream.range(0, 200).mapToObj(i -> ((Number) dimension.draw(random)).intValue()))
          .containsOnly(1, 2, 3);
    }
    Dimension rate = Dimension.logUniform("learningRate", 1e-300, 1e300);
    List<Double> rates =
        IntStream.range(0, 1000).mapToObj(i -> (Double) rate.draw(random)).toList();
    assertThat(rates).allMatch(value -> value >= 1e-300 && value <= 1e300);
    assertThat(rates.stream().filter(value -> value < 1).count()).isBetween(400L, 600L);
  }

  @Test
  void aRangeOfAnyValuesMakesNoGrid() {
    assertThatThrownBy(() -> Search.grid(List.of(Dimension.uniform("dropout", 0, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "dropout has any value of a range. Give it inSteps(n) for a grid, or search at random.");
  }

  @Test
  void aGridThatCannotBeCountedIsRefused() {
    Dimension large = Dimension.integers("a", 0, 1L << 40);
    assertThatThrownBy(() -> Search.grid(List.of(large, large)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more combinations than can be counted");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aDimensionWithoutValuesSaysSo(ThrowingCallable mistake) {
    assertThatThrownBy(mistake).isInstanceOf(IllegalArgumentException.class);
  }

  static List<ThrowingCallable> mistakes() {
    return List.of(
        () -> Dimension.choice(" ", 1),
        () -> Dimension.choice("a"),
        () -> Dimension.choice("a", 1, 1L),
        () -> Dimension.choice("a", RoundingMode.UP, "UP"),
        () -> Dimension.choice("a", 1, 2).inSteps(2),
        () -> Dimension.integers("a", 2, 2),
        () -> Dimension.integers("a", 0, Long.MAX_VALUE),
        () -> Dimension.integers("a", 1, 3).inSteps(4),
        () -> Dimension.uniform("a", 1, 0),
        () -> Dimension.uniform("a", Double.NaN, 1),
        () -> Dimension.uniform("a", 0, Double.POSITIVE_INFINITY),
        () -> Dimension.uniform("a", -Double.MAX_VALUE, Double.MAX_VALUE),
        () -> Dimension.uniform("a", 0, 1).inSteps(1),
        () -> Dimension.logUniform("a", 0, 1));
  }

  private static List<Object> values(Dimension dimension) {
    List<Object> values = new ArrayList<>();
    for (long i = 0; i < dimension.size(); i++) {
      values.add(dimension.value(i));
    }
    return values;
  }

  private static List<Map<String, Object>> all(Search search) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> next = search.next(); next != null; next = search.next()) {
      all.add(next);
    }
    return all;
  }
}
