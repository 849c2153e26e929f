package org.provdl.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;

/**
 * Draws curves: a colour for each run, dashes for each split, dots where values are few or alone.
 */
final class CurveRenderer extends XYLineAndShapeRenderer {
  private static final long serialVersionUID = 1L;

  /** So many values at most have a dot each. */
  private static final int FEW = 60;

  private static final int MANY = 500;

  /** One for each split; they come again. */
  private static final List<Shape> DOTS =
      List.of(
          new Ellipse2D.Double(-2.5, -2.5, 5, 5),
          new Rectangle2D.Double(-2.5, -2.5, 5, 5),
          new Polygon(new int[] {-3, 3, 0}, new int[] {3, 3, -3}, 3));

  private static final List<float[]> DASHES =
      List.of(
          new float[0],
          new float[] {6, 3},
          new float[] {1.5f, 2.5f},
          new float[] {9, 3, 1.5f, 3},
          new float[] {12, 4},
          new float[] {4, 2, 1, 2, 1, 2});

  private final transient List<Curve> curves;
  private final transient String unit;
  private final boolean dotted;

  /** The unit is what places are called. */
  CurveRenderer(List<Curve> curves, int splits, String unit) {
    super(true, true);
    this.curves = curves;
    this.unit = unit;
    this.dotted = curves.stream().mapToInt(curve -> curve.values().length).sum() <= FEW;
    setDrawSeriesLineAsPath(true);
    setDrawOutlines(false);
    setAutoPopulateSeriesShape(false);
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      setSeriesShape(i, DOTS.get(curve.split() % DOTS.size()));
      setSeriesPaint(i, Palette.distinct(curve.run()));
      int dash = curve.run() / Palette.size() * splits + curve.split();
      setSeriesStroke(i, stroke(curve, DASHES.get(dash % DASHES.size())));
    }
  }

  /** How many lines can be told apart. */
  static int most(int splits) {
    return Palette.size() * (DASHES.size() / splits) * splits;
  }

  private static BasicStroke stroke(Curve curve, float[] dash) {
    float width = curve.values().length > MANY ? 1 : 1.7f;
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash.length == 0 ? null : dash, 0);
  }

  LegendItem legendItem(int series) {
    return new LegendItem(
        curves.get(series).label(),
        null,
        null,
        null,
        new Line2D.Double(-11, 0, 11, 0),
        getSeriesStroke(series),
        getSeriesPaint(series));
  }

  @Override
  public boolean getItemShapeVisible(int series, int item) {
    Curve curve = curves.get(series);
    return dotted || curve.isAlone(item);
  }

  @Override
  protected void drawFirstPassShape(
      Graphics2D graphics, int pass, int series, int item, Shape shape) {
    SvgGraphics.named(
        graphics,
        curves.get(series).label(),
        () -> super.drawFirstPassShape(graphics, pass, series, item, shape));
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
    Runnable drawing =
        () ->
            super.drawItem(
                graphics, state, area, info, plot, across, up, data, series, item, crosshair, pass);
    Curve curve = curves.get(series);
    if (isItemPass(pass) && getItemShapeVisible(series, item)) {
      if (!Double.isNaN(curve.values()[item])) {
        SvgGraphics.named(graphics, curve.label() + ", " + point(curve, item), drawing);
      }
    } else {
      drawing.run();
    }
  }

  private String point(Curve curve, int item) {
    return "%s %s: %s"
        .formatted(unit, Texts.number(curve.places()[item]), Texts.number(curve.values()[item]));
  }
}
