package org.provdl.plot;

import java.awt.Color;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.DefaultXYDataset;
import org.jspecify.annotations.Nullable;

/**
 * Parallel coordinates: an upright axis for each hyperparameter, the last for a metric, a line for
 * each run.
 *
 * @param axes their names
 * @param traces at least one, each with a number on the last axis; what is drawn last is on top
 */
record ParallelChart(List<String> axes, List<Trace> traces) {
  private static final int HEIGHT = 480;
  private static final int LEAST_WIDTH = 720;
  private static final int WIDTH_OF_AXIS = 115;

  /** What is left of the first axis, for its marks, and right of the last, for its name. */
  private static final double LEFT = 90;

  private static final double RIGHT = 60;
  private static final double MARGINS = 32;
  private static final double WIDTH_OF_LETTER = 6;

  Picture picture(Chart chart) {
    int width = Math.max(LEAST_WIDTH, 150 + WIDTH_OF_AXIS * (axes.size() - 1));
    return chart.picture(
        new PictureSize(Math.min(width, PictureSize.LARGEST), HEIGHT),
        Stream.concat(
            axes.stream(),
            traces.stream()
                .flatMap(trace -> trace.values().stream())
                .filter(Objects::nonNull)
                .map(Value::text)),
        this::plot);
  }

  private XYPlot plot(int width, Typeface typeface) {
    int last = axes.size() - 1;
    List<Scale> scales = IntStream.rangeClosed(0, last).mapToObj(this::scale).toList();
    DefaultXYDataset data = new DefaultXYDataset();
    for (int i = 0; i < traces.size(); i++) {
      data.addSeries(i, positions(traces.get(i), scales));
    }
    List<Color> colours =
        traces.stream()
            .map(trace -> Palette.even(position(scales.get(last), trace.values().get(last))))
            .toList();
    double distance = Math.max(20, (width - LEFT - RIGHT - MARGINS) / last);
    int rows = rows(distance);
    XYPlot plot =
        Chart.plot(
            data,
            hidden(-LEFT / distance, last + RIGHT / distance),
            hidden(-0.03, 1.06 + 0.04 * rows),
            new TraceRenderer(traces.stream().map(Trace::name).toList(), colours));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    for (int i = 0; i <= last; i++) {
      plot.addAnnotation(
          new ParallelAxis(i, i % rows, axes.get(i), scales.get(i), i == last, typeface));
    }
    plot.setFixedLegendItems(new LegendItemCollection());
    return plot;
  }

  /** Names that are wider than the distance of axes stand above each other. */
  private int rows(double distance) {
    int longest = axes.stream().mapToInt(String::length).max().orElse(0);
    return Math.max(1, (int) Math.ceil(longest * WIDTH_OF_LETTER / distance));
  }

  private static NumberAxis hidden(double low, double high) {
    NumberAxis axis = new NumberAxis();
    axis.setRange(low, high);
    axis.setVisible(false);
    return axis;
  }

  private Scale scale(int axis) {
    return Scale.of(
        traces.stream()
            .flatMap(trace -> Stream.ofNullable(trace.values().get(axis)))
            .distinct()
            .toList());
  }

  private static double[][] positions(Trace trace, List<Scale> scales) {
    double[] places = IntStream.range(0, scales.size()).asDoubleStream().toArray();
    double[] heights =
        IntStream.range(0, scales.size())
            .mapToDouble(i -> position(scales.get(i), trace.values().get(i)))
            .toArray();
    return new double[][] {places, heights};
  }

  private static double position(Scale scale, @Nullable Value value) {
    return value == null ? Double.NaN : ParallelAxis.position(scale, value);
  }
}
