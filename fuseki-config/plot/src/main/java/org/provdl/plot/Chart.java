package org.provdl.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;
import org.jfree.data.xy.XYDataset;

/**
 * What all charts have in common: a title, notes under it, a plot and a legend.
 *
 * @param title one line
 * @param notes what the plot cannot show
 */
record Chart(String title, List<String> notes) {
  static final double LARGE = 16;
  static final double NORMAL = 12;
  static final double SMALL = 11;

  private static final RectangleInsets MARGIN = new RectangleInsets(12, 14, 8, 18);

  /**
   * Makes a picture.
   *
   * @param size the size that suits it
   * @param texts other texts that are in it
   * @param plot makes the plot for a width
   */
  Picture picture(PictureSize size, Stream<String> texts, PlotOfWidth plot) {
    List<String> all =
        Stream.of(Stream.of(title), notes.stream(), texts).flatMap(Function.identity()).toList();
    return new Picture(
        title,
        size,
        (graphics, chosen) -> {
          Typeface typeface = Typeface.covering(all.stream());
          draw(plot.of(chosen.width(), typeface), typeface, graphics, chosen);
        });
  }

  private void draw(XYPlot plot, Typeface typeface, Graphics2D graphics, PictureSize size) {
    // Else what is upright would be outlines instead of text. The flag is JFreeChart's, for a
    // defect of old Java.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
    JFreeChart chart = new JFreeChart(null, typeface.size(LARGE), plot, false);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(MARGIN);
    chart.setTitle(text(title, LARGE, Palette.INK, 6, typeface));
    for (String note : notes) {
      chart.addSubtitle(text(note, SMALL, Palette.SOFT_INK, 4, typeface));
    }
    LegendItemCollection items = plot.getLegendItems();
    if (items != null && items.getItemCount() > 1) {
      chart.addLegend(legend(plot, typeface));
    }
    chart.draw(graphics, new Rectangle2D.Double(0, 0, size.width(), size.height()));
  }

  private static TextTitle text(
      String text, double points, Color colour, double below, Typeface typeface) {
    return new TextTitle(
        text,
        typeface.size(points),
        colour,
        RectangleEdge.TOP,
        HorizontalAlignment.LEFT,
        VerticalAlignment.TOP,
        new RectangleInsets(0, 4, below, 4));
  }

  private static LegendTitle legend(XYPlot plot, Typeface typeface) {
    LegendTitle legend =
        new LegendTitle(
            plot,
            new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 14, 2),
            new ColumnArrangement(HorizontalAlignment.LEFT, VerticalAlignment.TOP, 0, 2));
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setFrame(BlockBorder.NONE);
    legend.setItemFont(typeface.size(SMALL));
    legend.setItemPaint(Palette.INK);
    legend.setMargin(new RectangleInsets(8, 4, 0, 4));
    return legend;
  }

  /** A plot with thin lines behind it, and no frame. */
  static XYPlot plot(XYDataset data, ValueAxis across, ValueAxis up, XYItemRenderer renderer) {
    XYPlot plot = new XYPlot(data, across, up, renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(Palette.GRID);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setDomainGridlineStroke(new BasicStroke(1));
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    return plot;
  }

  /** Makes a plot. */
  @FunctionalInterface
  interface PlotOfWidth {
    /** For so many pixels from left to right. */
    XYPlot of(int width, Typeface typeface);
  }
}
