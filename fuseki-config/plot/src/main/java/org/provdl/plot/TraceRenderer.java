package org.provdl.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Draws a line for each run across parallel axes. */
final class TraceRenderer extends XYLineAndShapeRenderer {
  private static final long serialVersionUID = 1L;

  private final transient List<String> names;

  TraceRenderer(List<String> names, List<Color> colours) {
    super(true, false);
    this.names = names;
    setDrawSeriesLineAsPath(true);
    for (int i = 0; i < colours.size(); i++) {
      setSeriesPaint(i, colours.get(i));
      setSeriesStroke(i, new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    }
  }

  @Override
  protected void drawFirstPassShape(
      Graphics2D graphics, int pass, int series, int item, Shape shape) {
    SvgGraphics.named(
        graphics,
        names.get(series),
        () -> super.drawFirstPassShape(graphics, pass, series, item, shape));
  }
}
