package org.provdl.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class CurveChartTest {

  @Test
  void eachCurveIsOnePathThroughAllItsValuesAndInTheLegend() {
    DrawnSvg svg =
        draw(List.of(curve("slow", 0, 0, 3, 2, 1), curve("fast", 1, 0, 3, 1, 0.5)), List.of());

    assertThat(svg.texts()).contains("loss of two", "a note", "epoch", "loss", "slow", "fast");
    for (String name : List.of("slow", "fast")) {
      Element line = svg.paths(name).get(0);
      assertThat(svg.paths(name)).hasSize(1);
      assertThat(DrawnSvg.count(line, 'M')).isEqualTo(1);
      assertThat(DrawnSvg.count(line, 'L')).isEqualTo(2);
    }
    assertThat(svg.names()).contains("fast, epoch 2: 1");
  }

  @Test
  void whatIsNotANumberIsAGapAndAValueAloneADot() {
    DrawnSvg svg =
        draw(
            List.of(
                curve("a", 0, 0, 1, 2, Double.NaN, 3, Double.NaN, 4, 5),
                curve("long", 1, 0, IntStream.range(0, 99).asDoubleStream().toArray())),
            List.of());

    Element line = svg.paths("a").get(0);
    assertThat(DrawnSvg.count(line, 'M')).isEqualTo(2);
    assertThat(DrawnSvg.count(line, 'L')).isEqualTo(2);
    assertThat(svg.names()).filteredOn(name -> name.startsWith("a, epoch")).hasSize(1);
    assertThat(svg.names()).contains("a, epoch 4: 3");
    assertThat(svg.text()).doesNotContain("NaN");
  }

  @Test
  void aSingleValueIsDrawnInTheMiddleOfItsAxes() {
    DrawnSvg svg = draw(List.of(curve("one", 0, 0, 0)), List.of());

    assertThat(svg.texts()).contains("0", "1");
    assertThat(svg.names()).contains("one, epoch 1: 0");
  }

  @Test
  void equalNegativeHugeAndTinyValuesHaveAxes() {
    for (double value : new double[] {-3, 1e99, -1e99, 1e-300, 1e15, 0.1}) {
      DrawnSvg equal = draw(List.of(curve("a", 0, 0, value, value)), List.of());
      DrawnSvg unequal = draw(List.of(curve("a", 0, 0, value, 2 * value, -value)), List.of());

      assertThat(equal.texts()).as("%s", value).hasSizeBetween(8, 30);
      assertThat(unequal.texts()).as("%s", value).hasSizeBetween(8, 30);
      assertThat(equal.text() + unequal.text()).doesNotContain("NaN").doesNotContain("Infinity");
    }
  }

  @Test
  void tenThousandIterationsKeepTheirPeaksInFewPoints() {
    double[] values = DoubleStream.iterate(1, value -> value * 0.9999).limit(10_000).toArray();
    values[5_000] = 40;
    values[7_000] = -40;
    Curve curve = new Curve("a", 0, 0, places(10_000), values);

    Curve thinned = curve.thinned(800);
    DrawnSvg svg = draw(List.of(curve), List.of());

    assertThat(thinned.values()).hasSize(1_600).contains(40, -40);
    assertThat(thinned.places()).isSorted().contains(5_001, 7_001);
    assertThat(DrawnSvg.count(svg.paths("a").get(0), 'L')).isBetween(1_000, 2_000);
    assertThat(svg.text().length()).isLessThan(60_000);
  }

  @Test
  void fewValuesAreNotThinned() {
    Curve curve = curve("a", 0, 0, 1, 2, 3);
    assertThat(curve.thinned(800)).isSameAs(curve);
  }

  @Test
  void gapsOfThinnedCurvesStayWhereAllOfAGroupIsMissing() {
    double[] values = new double[1_000];
    Arrays.fill(values, 400, 600, Double.NaN);
    Curve thinned = new Curve("a", 0, 0, places(1_000), values).thinned(100);
    assertThat(Arrays.stream(thinned.values()).filter(Double::isNaN).count()).isEqualTo(40);
  }

  @Test
  void eventsAreDashedLinesWithALabel() {
    DrawnSvg svg =
        draw(
            List.of(curve("a", 0, 0, 1, 2, 3, 4)),
            List.of(new Event(2, "learningRate 0.1 → 0.01"), new Event(3, "dropout 0 → 0.5")));

    assertThat(svg.texts()).contains("learningRate 0.1 → 0.01", "dropout 0 → 0.5");
    assertThat(svg.elements("line"))
        .filteredOn(
            line ->
                line.getAttribute("x1").equals(line.getAttribute("x2"))
                    && (line.getAttribute("stroke-dasharray").startsWith("4,3")
                        || ((Element) line.getParentNode())
                            .getAttribute("stroke-dasharray")
                            .startsWith("4,3")))
        .hasSize(2);
  }

  @Test
  void runsDifferInColourAndSplitsInDashes() {
    CurveRenderer renderer =
        new CurveRenderer(
            List.of(curve("a", 0, 0, 1), curve("a", 0, 1, 1), curve("b", 1, 0, 1)), 2, "epoch");
    assertThat(renderer.getSeriesPaint(0)).isEqualTo(renderer.getSeriesPaint(1));
    assertThat(renderer.getSeriesPaint(0)).isNotEqualTo(renderer.getSeriesPaint(2));
    assertThat(renderer.getSeriesStroke(0)).isEqualTo(renderer.getSeriesStroke(2));
    assertThat(renderer.getSeriesStroke(0)).isNotEqualTo(renderer.getSeriesStroke(1));
    assertThat(CurveRenderer.most(1)).isEqualTo(42);
    assertThat(CurveRenderer.most(4)).isEqualTo(28);
  }

  private static DrawnSvg draw(List<Curve> curves, List<Event> events) {
    return DrawnSvg.of(
        new CurveChart("epoch", "loss", curves, 1, events, false)
            .picture(new Chart("loss of two", List.of("a note"))));
  }

  private static Curve curve(String label, int run, int split, double... values) {
    return new Curve(label, run, split, places(values.length), values);
  }

  private static double[] places(int count) {
    return IntStream.rangeClosed(1, count).asDoubleStream().toArray();
  }
}
