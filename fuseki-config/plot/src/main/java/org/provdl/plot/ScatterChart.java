package org.provdl.plot;

import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * A metric against a hyperparameter, a dot for each run.
 *
 * @param setting the name of the hyperparameter
 * @param measure what the metric is
 * @param points at least one
 */
record ScatterChart(String setting, String measure, List<Point> points) {
  private static final PictureSize SIZE = new PictureSize(720, 460);

  Picture picture(Chart chart) {
    return chart.picture(
        SIZE,
        Stream.concat(
            Stream.of(setting, measure), points.stream().map(point -> point.setting().text())),
        this::plot);
  }

  private XYPlot plot(int width, Typeface typeface) {
    Scale across = Scale.of(points.stream().map(Point::setting).toList());
    Scale up = LinearScale.of(points.stream().mapToDouble(Point::measured).summaryStatistics());
    double[] places =
        points.stream().mapToDouble(point -> across.position(point.setting())).toArray();
    DefaultXYDataset data = new DefaultXYDataset();
    data.addSeries(
        0, new double[][] {places, points.stream().mapToDouble(Point::measured).toArray()});
    return Chart.plot(
        data,
        ScaledAxis.of(setting, across, typeface),
        ScaledAxis.of(measure, up, typeface),
        new PointRenderer(points));
  }
}
