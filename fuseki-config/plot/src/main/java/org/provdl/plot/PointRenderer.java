package org.provdl.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;

/** Draws a dot for each run, through which others are seen. */
final class PointRenderer extends XYLineAndShapeRenderer {
  private static final long serialVersionUID = 1L;
  private static final int OPACITY = 170;

  private final transient List<Point> points;

  PointRenderer(List<Point> points) {
    super(false, true);
    this.points = points;
    Color colour = Palette.distinct(0);
    setSeriesPaint(0, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY));
    setSeriesShape(0, new Ellipse2D.Double(-4, -4, 8, 8));
    setDrawOutlines(false);
  }

  @Override
  public void drawItem(
      Graphics2D graphics,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis across,
      ValueAxis up,
      XYDataset data,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    if (isItemPass(pass)) {
      SvgGraphics.named(
          graphics,
          points.get(item).name(),
          () ->
              super.drawItem(
                  graphics, state, area, info, plot, across, up, data, series, item, crosshair,
                  pass));
    }
  }
}
