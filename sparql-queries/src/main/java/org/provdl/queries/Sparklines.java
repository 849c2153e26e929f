package org.provdl.queries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Draws the curves of a result, a line of block characters each: the numbers by epoch or iteration.
 * Where texts tell several series of a column {@code value} apart, each is a curve.
 */
final class Sparklines {
  private static final List<String> ABSCISSAS = List.of("iteration", "epoch");
  private static final String VALUE = "value";
  private static final int FEWEST_POINTS = 3;
  private static final int MOST_CURVES = 20;
  private static final int WIDEST = 60;

  /** What stands beside a curve: two numbers and what is around them. */
  private static final int BESIDE = 36;

  private static final int NARROWEST = 8;

  private Sparklines() {}

  /** A line for each curve; nothing if there is none. */
  static String of(ResultTable table, int width) {
    Map<String, Curve> curves = new LinkedHashMap<>();
    ABSCISSAS.stream()
        .filter(column -> table.columns().contains(column) && table.isNumeric(column))
        .findFirst()
        .ifPresent(abscissa -> gather(table, abscissa, curves));
    curves.values().removeIf(curve -> curve.points.size() < FEWEST_POINTS || !curve.ascending);
    int label = curves.keySet().stream().mapToInt(DisplayWidth::of).max().orElse(0);
    int room = Math.max(NARROWEST, Math.min(WIDEST, width - label - BESIDE));
    String lines =
        curves.entrySet().stream()
            .limit(MOST_CURVES)
            .map(curve -> line(curve.getKey(), label, curve.getValue(), room))
            .collect(Collectors.joining());
    int more = curves.size() - MOST_CURVES;
    return more <= 0 ? lines : lines + "and %d more curves\n".formatted(more);
  }

  private static void gather(ResultTable table, String abscissa, Map<String, Curve> curves) {
    List<String> numbers =
        table.columns().stream()
            .filter(column -> !ABSCISSAS.contains(column) && table.isNumeric(column))
            .toList();
    List<String> texts =
        table.columns().stream().filter(column -> !table.isNumeric(column)).toList();
    List<String> ordinates =
        texts.isEmpty() ? numbers : numbers.stream().filter(VALUE::equals).toList();
    for (Map<String, Node> row : table.rows()) {
      Node at = row.get(abscissa);
      for (String ordinate : ordinates) {
        Node value = row.get(ordinate);
        if (at != null && value != null) {
          curves
              .computeIfAbsent(texts.isEmpty() ? ordinate : label(texts, row), it -> new Curve())
              .add(number(at), value);
        }
      }
    }
  }

  private static String label(List<String> texts, Map<String, Node> row) {
    return texts.stream()
        .flatMap(column -> Stream.ofNullable(row.get(column)))
        .map(CellText::of)
        .collect(Collectors.joining(" "));
  }

  private static double number(Node term) {
    return NodeValue.makeNode(term).getDouble();
  }

  private static String line(String label, int widest, Curve curve, int room) {
    return label
        + " ".repeat(widest - DisplayWidth.of(label))
        + "  "
        + Sparkline.of(curve.points, room)
        + "  %s → %s\n".formatted(CellText.of(curve.first()), CellText.of(curve.last()));
  }

  /** One series, as it is read. */
  private static final class Curve {
    private final List<Double> points = new ArrayList<>();
    private final List<Node> ends = new ArrayList<>();
    private boolean ascending = true;
    private double at = Double.NEGATIVE_INFINITY;

    void add(double abscissa, Node value) {
      ascending &= abscissa > at;
      at = abscissa;
      points.add(number(value));
      if (ends.size() == 2) {
        ends.remove(1);
      }
      ends.add(value);
    }

    Node first() {
      return Objects.requireNonNull(ends.get(0));
    }

    Node last() {
      return Objects.requireNonNull(ends.get(ends.size() - 1));
    }
  }
}
