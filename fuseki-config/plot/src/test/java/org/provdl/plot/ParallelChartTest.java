package org.provdl.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ParallelChartTest {

  @Test
  void eachRunIsALineAcrossAllAxesInTheColourOfItsMetric() {
    DrawnSvg svg =
        draw(
            List.of("learningRate", "updater", "accuracy"),
            trace("worst", number(0.001), text("Sgd"), number(0.1)),
            trace("best", number(1), text("Adam"), number(0.9)));

    assertThat(svg.texts())
        .contains("learningRate", "updater", "accuracy", "0.001", "1", "Sgd", "Adam", "0.5");
    assertThat(DrawnSvg.count(svg.paths("best").get(0), 'L')).isEqualTo(2);
    assertThat(svg.names()).containsExactly("title", "worst", "best");
    assertThat(colour(svg, "worst")).isNotEqualTo(colour(svg, "best"));
  }

  @Test
  void aRunWithoutAValueHasAGapThere() {
    DrawnSvg svg =
        draw(
            List.of("a", "b", "c", "d", "accuracy"),
            trace("gap", number(1), number(2), null, number(3), number(4)),
            trace("whole", number(2), number(2), number(2), number(2), number(2)));

    assertThat(DrawnSvg.count(svg.paths("gap").get(0), 'M')).isEqualTo(2);
    assertThat(DrawnSvg.count(svg.paths("whole").get(0), 'M')).isEqualTo(1);
    assertThat(svg.text()).doesNotContain("NaN");
  }

  @Test
  void twelveAxesMakeAWiderPictureAndFitIntoASmallOne() {
    List<String> axes = new ArrayList<>();
    List<@Nullable Value> values = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      axes.add("aLongHyperparameter" + i);
      values.add(number(i));
    }
    Picture picture =
        new ParallelChart(axes, List.of(new Trace("one", values)))
            .picture(new Chart("title", List.of()));

    assertThat(picture.size().width()).isGreaterThan(1_400);
    assertThat(DrawnSvg.of(picture, new PictureSize(400, 300)).texts()).containsAll(axes);
  }

  private static String colour(DrawnSvg svg, String name) {
    return ((Element) svg.paths(name).get(0).getParentNode()).getAttribute("stroke");
  }

  private static DrawnSvg draw(List<String> axes, Trace... traces) {
    return DrawnSvg.of(
        new ParallelChart(axes, List.of(traces)).picture(new Chart("title", List.of())));
  }

  private static Trace trace(String name, @Nullable Value... values) {
    return new Trace(name, Arrays.asList(values));
  }

  private static Value number(double number) {
    return new Value(Texts.number(number), number);
  }

  private static Value text(String text) {
    return new Value(text, Double.NaN);
  }
}
