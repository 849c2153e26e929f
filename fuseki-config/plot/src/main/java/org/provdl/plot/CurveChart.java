package org.provdl.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * Curves over epochs or iterations.
 *
 * @param unit what is counted
 * @param measure what the values are
 * @param curves at least one, with at least one value that is no gap
 * @param splits how many splits there are lines of
 * @param events in ascending order
 * @param logarithmic whether values, which are then positive, are drawn by their logarithm
 */
record CurveChart(
    String unit,
    String measure,
    List<Curve> curves,
    int splits,
    List<Event> events,
    boolean logarithmic) {

  private static final int WIDTH = 860;
  private static final int HEIGHT = 480;

  /** The legend of so many curves has room in that height; each curve more needs some more. */
  private static final int FEW = 8;

  private static final int HEIGHT_OF_CURVE = 6;

  /** So many labels of events are written under each other before the first line comes again. */
  private static final int ROWS = 6;

  Picture picture(Chart chart) {
    Stream<String> texts =
        Stream.concat(curves.stream().map(Curve::label), events.stream().map(Event::label));
    int more = Math.max(0, curves.size() - FEW) * HEIGHT_OF_CURVE;
    return chart.picture(new PictureSize(WIDTH, HEIGHT + more), texts, this::plot);
  }

  private XYPlot plot(int width, Typeface typeface) {
    Scale up = scaleOfValues();
    DoubleUnaryOperator position =
        value -> Double.isNaN(value) ? value : up.position(new Value("", value));
    DefaultXYDataset data = new DefaultXYDataset();
    List<Curve> thinned = curves.stream().map(curve -> curve.thinned(width)).toList();
    for (int i = 0; i < thinned.size(); i++) {
      Curve curve = thinned.get(i);
      double[] heights = Arrays.stream(curve.values()).map(position).toArray();
      data.addSeries(i, new double[][] {curve.places(), heights});
    }
    CurveRenderer renderer = new CurveRenderer(thinned, splits, unit);
    XYPlot plot =
        Chart.plot(
            data,
            ScaledAxis.ofCounts(unit, scaleOfPlaces(), typeface),
            ScaledAxis.of(measure, up, typeface),
            renderer);
    plot.setDomainGridlinesVisible(false);
    LegendItemCollection legend = new LegendItemCollection();
    for (int i = 0; i < thinned.size(); i++) {
      legend.add(renderer.legendItem(i));
    }
    plot.setFixedLegendItems(legend);
    for (int i = 0; i < events.size(); i++) {
      plot.addDomainMarker(marker(events.get(i), i % ROWS, typeface), Layer.BACKGROUND);
    }
    return plot;
  }

  private Scale scaleOfValues() {
    DoubleSummaryStatistics values =
        curves.stream().flatMapToDouble(Curve::finite).summaryStatistics();
    return logarithmic ? LogarithmicScale.of(values) : LinearScale.of(values);
  }

  private LinearScale scaleOfPlaces() {
    DoubleSummaryStatistics places =
        curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.places())).summaryStatistics();
    return LinearScale.ofCounts(places.getMin(), places.getMax());
  }

  private static ValueMarker marker(Event event, int row, Typeface typeface) {
    ValueMarker marker =
        new ValueMarker(
            event.place(),
            Palette.AXIS,
            new BasicStroke(
                1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0));
    marker.setLabel(event.label());
    marker.setLabelFont(typeface.size(10));
    marker.setLabelPaint(Palette.SOFT_INK);
    marker.setLabelBackgroundColor(Color.WHITE);
    marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
    marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
    marker.setLabelOffset(new RectangleInsets(3 + 13.0 * row, 4, 3, 4));
    return marker;
  }
}
