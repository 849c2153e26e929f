package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.provdl.vocabulary.PROVDL;

class SparklinesTest {
  private static final int WIDE = 200;

  @Test
  void aSeriesIsDrawnForEachMetric() {
    List<Map<String, Node>> rows = new ArrayList<>();
    for (int epoch = 1; epoch <= 8; epoch++) {
      rows.add(row(epoch, PROVDL.loss.asNode(), 1.0 / epoch));
      rows.add(row(epoch, PROVDL.accuracy.asNode(), epoch / 8.0));
    }
    assertThat(Sparklines.of(new ResultTable(List.of("epoch", "metric", "value"), rows), WIDE))
        .isEqualTo(
            """
            loss      █▄▃▂▂▁▁▁  1 → 0.125
            accuracy  ▁▂▃▄▅▆▇█  0.125 → 1
            """);
  }

  @Test
  void everyNumberByIterationIsACurveAndWhatIsNotFiniteIsMarked() {
    List<Map<String, Node>> rows =
        List.of(
            Map.of("iteration", number(1), "loss", number(1), "rate", number(0.1)),
            Map.of("iteration", number(2), "loss", number(Double.NaN), "rate", number(0.1)),
            Map.of("iteration", number(3), "loss", number(2)),
            Map.of("iteration", number(4), "loss", number(3), "rate", number(0.1)));
    assertThat(Sparklines.of(new ResultTable(List.of("iteration", "loss", "rate"), rows), WIDE))
        .isEqualTo(
            """
            loss  ▁×▅█  1 → 3
            rate  ▄▄▄  0.1 → 0.1
            """);
  }

  @Test
  void aLongCurveFitsBesideItsLabel() {
    List<Map<String, Node>> rows = new ArrayList<>();
    for (int i = 1; i <= 10_000; i++) {
      rows.add(Map.of("iteration", number(i), "value", number(i * 1e300)));
    }
    ResultTable table = new ResultTable(List.of("iteration", "value"), rows);
    assertThat(Sparklines.of(table, WIDE)).contains("  " + "▁".repeat(4) + "▂").hasSizeLessThan(90);
    assertThat(Sparklines.of(table, 60).strip()).hasSizeLessThanOrEqualTo(60);
  }

  @Test
  void whatIsNoCurveIsNotDrawn() {
    Map<String, Node> first = row(1, PROVDL.loss.asNode(), 1);
    Map<String, Node> again = row(1, PROVDL.loss.asNode(), 2);
    Map<String, Node> second = row(2, PROVDL.loss.asNode(), 3);
    List<String> columns = List.of("epoch", "metric", "value");
    assertThat(Sparklines.of(new ResultTable(columns, List.of(first, second)), WIDE)).isEmpty();
    assertThat(Sparklines.of(new ResultTable(columns, List.of(first, again, second)), WIDE))
        .isEmpty();
    assertThat(Sparklines.of(new ResultTable(List.of("value"), List.of(first, second)), WIDE))
        .isEmpty();
  }

  private static Map<String, Node> row(int epoch, Node metric, double value) {
    return Map.of("epoch", number(epoch), "metric", metric, "value", number(value));
  }

  private static Node number(double value) {
    String lexical = Double.isNaN(value) ? "NaN" : Double.toString(value);
    return NodeFactory.createLiteralDT(lexical, XSDDatatype.XSDdouble);
  }
}
