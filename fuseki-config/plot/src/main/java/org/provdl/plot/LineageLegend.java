package org.provdl.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the shapes and lines of a lineage mean: those that are in it. */
record LineageLegend(List<Entry> entries, double height, Typeface typeface) {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final double ROW = 18;
  private static final double SAMPLE = 22;
  private static final double GAP = 16;

  /** A shape or a line, and where it stands. */
  private record Entry(String label, Object meaning, double x, double y) {}

  static LineageLegend of(ProvGraph graph, Typeface typeface, double width) {
    Stream<ProvKind> kinds = graph.nodes().stream().map(ProvNode::kind).distinct().sorted();
    Stream<ProvRelation> relations =
        graph.edges().stream()
            .map(edge -> ProvRelation.of(edge.relations().get(0)))
            .distinct()
            .sorted();
    List<Entry> entries = new ArrayList<>();
    double x = 0;
    double y = GAP;
    for (Object meaning : Stream.concat(kinds, relations).toList()) {
      String label =
          meaning instanceof ProvRelation relation
              ? relation.label()
              : String.valueOf(meaning).toLowerCase(Locale.ROOT);
      double needed =
          SAMPLE + typeface.size(Chart.SMALL).getStringBounds(label, CONTEXT).getWidth();
      if (x > 0 && x + needed > width) {
        x = 0;
        y += ROW;
      }
      entries.add(new Entry(label, meaning, x, y));
      x += needed + GAP;
    }
    return new LineageLegend(List.copyOf(entries), y + ROW, typeface);
  }

  void draw(Graphics2D graphics) {
    for (Entry entry : entries) {
      if (entry.meaning() instanceof ProvKind kind) {
        Rectangle2D box = new Rectangle2D.Double(entry.x(), entry.y() - 1, 17, 12);
        graphics.setStroke(new BasicStroke(1));
        graphics.setPaint(kind.fill());
        graphics.fill(kind.shape(box));
        graphics.setPaint(kind.border());
        graphics.draw(kind.shape(box));
      } else if (entry.meaning() instanceof ProvRelation relation) {
        graphics.setPaint(relation.colour());
        graphics.setStroke(relation.stroke());
        graphics.draw(new Line2D.Double(entry.x(), entry.y() + 5, entry.x() + 17, entry.y() + 5));
      }
      graphics.setPaint(Palette.INK);
      graphics.setFont(typeface.size(Chart.SMALL));
      graphics.drawString(entry.label(), (float) (entry.x() + SAMPLE), (float) (entry.y() + 9));
    }
  }
}
