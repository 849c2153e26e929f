package org.provdl.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A lineage: its things in layers, arrows from each to what it came from, and what they mean. */
final class LineageChart {
  private static final double MARGIN = 14;
  private static final double ROW = 17;
  private static final double ARROW = 7;
  private static final int LEAST_WIDTH = 560;

  private final ProvGraph graph;
  private final List<String> heading;
  private final Typeface typeface;
  private final List<ProvBox> boxes;
  private final LayeredLayout layout;
  private final LineageLegend legend;

  /** The first line of the heading is the title. */
  private LineageChart(ProvGraph graph, List<String> heading) {
    this.graph = graph;
    this.heading = heading;
    this.typeface =
        Typeface.covering(
            Stream.concat(
                heading.stream(),
                graph.nodes().stream().flatMap(node -> Stream.of(node.label(), node.type()))));
    this.boxes = graph.nodes().stream().map(node -> new ProvBox(node, typeface)).toList();
    this.layout = LayeredLayout.of(graph, boxes.stream().map(ProvBox::room).toList());
    this.legend = LineageLegend.of(graph, typeface, width() - 2 * MARGIN);
  }

  static Picture picture(ProvGraph graph, String title, List<String> notes) {
    LineageChart chart =
        new LineageChart(graph, Stream.concat(Stream.of(title), notes.stream()).toList());
    PictureSize size =
        new PictureSize(
            (int) Math.min(Math.ceil(chart.width()), PictureSize.LARGEST),
            (int)
                Math.max(
                    PictureSize.SMALLEST,
                    Math.min(Math.ceil(chart.height()), PictureSize.LARGEST)));
    return new Picture(title, size, chart::draw);
  }

  private double width() {
    return Math.max(LEAST_WIDTH, layout.width() + 2 * MARGIN);
  }

  private double height() {
    return top() + layout.height() + legend.height() + MARGIN;
  }

  /** Where the graph begins, below the heading. */
  private double top() {
    return MARGIN + 10 + ROW * heading.size();
  }

  private void draw(Graphics2D graphics, PictureSize size) {
    AffineTransform before = graphics.getTransform();
    double scale = Math.min(size.width() / width(), size.height() / height());
    graphics.scale(scale, scale);
    for (int i = 0; i < heading.size(); i++) {
      graphics.setFont(typeface.size(i == 0 ? Chart.LARGE : Chart.SMALL));
      graphics.setPaint(i == 0 ? Palette.INK : Palette.SOFT_INK);
      graphics.drawString(heading.get(i), (float) MARGIN, (float) (MARGIN + 14 + ROW * i));
    }
    graphics.translate(MARGIN, top());
    IntStream.range(0, graph.edges().size())
        .forEach(i -> drawEdge(graphics, graph.edges().get(i), layout.lines().get(i)));
    boxes.forEach(box -> drawNode(graphics, box));
    graphics.translate(0, layout.height());
    legend.draw(graphics);
    graphics.setTransform(before);
  }

  private void drawNode(Graphics2D graphics, ProvBox box) {
    ProvNode node = box.node();
    Rectangle2D place = Objects.requireNonNull(layout.boxes().get(node.iri()));
    boolean isFirst = node.equals(graph.nodes().get(0));
    SvgGraphics.named(graphics, node.iri(), () -> box.draw(graphics, place, isFirst));
  }

  private void drawEdge(Graphics2D graphics, ProvEdge edge, Path2D line) {
    String name = "%s %s %s".formatted(edge.from(), String.join(", ", edge.relations()), edge.to());
    SvgGraphics.named(
        graphics,
        name,
        () -> {
          ProvRelation relation = ProvRelation.of(edge.relations().get(0));
          graphics.setPaint(relation.colour());
          graphics.setStroke(relation.stroke());
          graphics.draw(line);
          graphics.setStroke(new BasicStroke(1));
          graphics.fill(arrow(line));
        });
  }

  /** The head of an arrow at the end of a line. */
  private static Path2D arrow(Path2D line) {
    double[] point = new double[6];
    double beforeX = 0;
    double beforeY = 0;
    double x = 0;
    double y = 0;
    for (PathIterator points = line.getPathIterator(null); !points.isDone(); points.next()) {
      points.currentSegment(point);
      beforeX = x;
      beforeY = y;
      x = point[0];
      y = point[1];
    }
    double length = Math.max(1e-9, Math.hypot(x - beforeX, y - beforeY));
    double alongX = (x - beforeX) / length * ARROW;
    double alongY = (y - beforeY) / length * ARROW;
    Path2D head = new Path2D.Double();
    head.moveTo(x, y);
    head.lineTo(x - alongX - alongY / 2.4, y - alongY + alongX / 2.4);
    head.lineTo(x - alongX + alongY / 2.4, y - alongY - alongX / 2.4);
    head.closePath();
    return head;
  }
}
