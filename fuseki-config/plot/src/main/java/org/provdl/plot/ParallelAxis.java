package org.provdl.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** One of several upright axes: its name above, its marks beside it. */
final class ParallelAxis extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;
  private static final int HEIGHT_OF_MARK = 36;
  private static final int STEPS = 64;
  private static final int WIDTH_OF_BAR = 10;
  private static final int ROW = 14;
  private static final Color BEHIND_TEXT = new Color(255, 255, 255, 200);

  private final int place;
  private final int row;
  private final String name;
  private final transient Scale scale;
  private final boolean coloured;
  private final transient Typeface typeface;

  /**
   * Makes an axis that goes from 0 to 1 of the plot's.
   *
   * @param place where it stands
   * @param row how many rows of names are between it and its own
   * @param coloured whether its line is a bar of the colours of its values
   */
  ParallelAxis(int place, int row, String name, Scale scale, boolean coloured, Typeface typeface) {
    this.place = place;
    this.row = row;
    this.name = name;
    this.scale = scale;
    this.coloured = coloured;
    this.typeface = typeface;
  }

  /** The place of a value on such an axis. */
  static double position(Scale scale, Value value) {
    return (scale.position(value) - scale.low()) / (scale.high() - scale.low());
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis across,
      ValueAxis up,
      int index,
      PlotRenderingInfo info) {
    double x = across.valueToJava2D(place, area, RectangleEdge.BOTTOM);
    double bottom = up.valueToJava2D(0, area, RectangleEdge.LEFT);
    double top = up.valueToJava2D(1, area, RectangleEdge.LEFT);
    graphics.setStroke(new BasicStroke(1));
    if (coloured) {
      drawBar(graphics, x, bottom, top);
    }
    graphics.setPaint(coloured ? Palette.INK : Palette.AXIS);
    graphics.draw(new Line2D.Double(x, bottom, x, top));
    drawName(graphics, x, top);
    for (Mark mark : scale.marks(Math.max(4, (int) (bottom - top) / HEIGHT_OF_MARK))) {
      double part = (mark.position() - scale.low()) / (scale.high() - scale.low());
      drawMark(graphics, mark.label(), x, bottom + (top - bottom) * part);
    }
  }

  private static void drawBar(Graphics2D graphics, double x, double bottom, double top) {
    double height = (bottom - top) / STEPS;
    for (int step = 0; step < STEPS; step++) {
      graphics.setPaint(Palette.even((step + 0.5) / STEPS));
      // Half a pixel more, that no line is seen between two.
      graphics.fill(
          new Rectangle2D.Double(
              x, bottom - height * (step + 1), WIDTH_OF_BAR, height + (step == 0 ? 0 : 0.5)));
    }
  }

  private void drawName(Graphics2D graphics, double x, double top) {
    Font font = typeface.size(Chart.SMALL);
    graphics.setFont(font);
    graphics.setPaint(Palette.INK);
    double width = graphics.getFontMetrics(font).getStringBounds(name, graphics).getWidth();
    graphics.drawString(name, (float) (x - width / 2), (float) (top - 10 - ROW * row));
  }

  /** To the left of the line, but to the right of a bar, where no lines of runs are. */
  private void drawMark(Graphics2D graphics, String label, double x, double y) {
    Font font = typeface.size(10);
    graphics.setFont(font);
    double width = graphics.getFontMetrics(font).getStringBounds(label, graphics).getWidth();
    double left = coloured ? x + WIDTH_OF_BAR + 6 : x - width - 5;
    if (!coloured) {
      graphics.setPaint(BEHIND_TEXT);
      graphics.fill(new Rectangle2D.Double(left - 2, y - 6, width + 3, 12));
    }
    graphics.setPaint(Palette.SOFT_INK);
    double tick = coloured ? x + WIDTH_OF_BAR : x - 3;
    graphics.draw(new Line2D.Double(tick, y, tick + 3, y));
    graphics.drawString(label, (float) left, (float) (y + 3.5));
  }
}
