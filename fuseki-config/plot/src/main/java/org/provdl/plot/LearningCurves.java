package org.provdl.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.Catalogue;
import org.provdl.queries.KnownRun;
import org.provdl.queries.SparqlEndpoint;

/**
 * How a metric of one or more runs developed: a line for each run and part of the data.
 *
 * @param runs the ids or names of runs, at least one
 * @param metric the name or IRI of the metric
 * @param splits the parts of the data, such as {@code training}; none stand for all
 * @param byIteration whether all iterations are drawn, which are of the training data only, instead
 *     of a value for each epoch
 * @param logarithmic whether the axis of the metric is
 */
public record LearningCurves(
    List<String> runs,
    String metric,
    List<String> splits,
    boolean byIteration,
    boolean logarithmic) {

  private static final String TRAINING = "training";
  private static final List<String> ORDER = List.of(TRAINING, "validation", "test");

  private static final int MOST_NOTES = 3;

  private record EpochRow(int epoch, Node split, Node value) {}

  private record IterationRow(int iteration, Node value) {}

  private record MetricRow(@Nullable Integer epoch, @Nullable Node split, String metric) {}

  /** A value of a metric, NaN where it is not finite. */
  private record Sample(double place, double value) {}

  /**
   * Copies what it is given.
   *
   * @param runs at least one
   * @param metric the metric
   * @param splits the parts of the data
   * @param byIteration whether all iterations are drawn
   * @param logarithmic whether the axis of the metric is
   */
  public LearningCurves {
    runs = List.copyOf(runs);
    splits = splits.stream().map(Names::split).toList();
  }

  /**
   * Asks for what is drawn.
   *
   * @param endpoint where to ask
   * @return the picture
   * @throws PlotException if there is nothing to draw
   * @throws org.provdl.queries.QueryParameterException if there is no such run or metric
   * @throws org.provdl.queries.SparqlEndpointException if the endpoint does not answer
   */
  public Picture on(SparqlEndpoint endpoint) {
    Catalogue catalogue = Catalogue.standard();
    List<KnownRun> known =
        runs.stream().map(run -> catalogue.run(run, endpoint)).distinct().toList();
    List<Map<String, List<Sample>>> samples =
        known.stream().map(run -> samples(run, catalogue, endpoint)).toList();
    List<String> drawn =
        samples.stream()
            .flatMap(bySplit -> bySplit.keySet().stream())
            .distinct()
            .sorted(byOrder())
            .toList();
    List<String> names = Names.of(known);
    if (drawn.isEmpty()) {
      throw nothing(names, known, catalogue, endpoint);
    }
    List<String> notes = new ArrayList<>();
    List<Curve> curves = curves(names, samples, drawn, notes);
    List<Event> events =
        known.size() == 1
            ? Adaptations.of(known.get(0), byIteration, catalogue, endpoint, notes)
            : List.of();
    String name = Names.last(metric);
    String measure = drawn.size() == 1 ? name + " on " + drawn.get(0) : name;
    String title =
        "%s by %s of %s"
            .formatted(measure, unit(), names.size() == 1 ? names.get(0) : names.size() + " runs");
    return new CurveChart(unit(), name, curves, drawn.size(), events, logarithmic)
        .picture(new Chart(title, notes));
  }

  private String unit() {
    return byIteration ? "iteration" : "epoch";
  }

  private static Comparator<String> byOrder() {
    return Comparator.<String>comparingInt(
            split -> ORDER.contains(split) ? ORDER.indexOf(split) : ORDER.size())
        .thenComparing(Comparator.naturalOrder());
  }

  private Map<String, List<Sample>> samples(
      KnownRun run, Catalogue catalogue, SparqlEndpoint endpoint) {
    Map<String, List<Sample>> samples = new TreeMap<>(byOrder());
    if (byIteration) {
      catalogue
          .query("iteration-curve")
          .with("run", run.iri())
          .with("metric", metric)
          .read(
              endpoint,
              IterationRow.class,
              rows -> rows.forEach(row -> add(samples, TRAINING, row.iteration(), row.value())));
    } else {
      catalogue
          .query("learning-curve")
          .with("run", run.iri())
          .with("metric", metric)
          .on(endpoint, EpochRow.class)
          .forEach(
              row -> add(samples, Names.split(row.split().getURI()), row.epoch(), row.value()));
    }
    return samples;
  }

  private void add(Map<String, List<Sample>> samples, String split, int place, Node value) {
    if (splits.isEmpty() || splits.contains(split)) {
      samples
          .computeIfAbsent(split, key -> new ArrayList<>())
          .add(new Sample(place, Value.number(value)));
    }
  }

  private List<Curve> curves(
      List<String> names,
      List<Map<String, List<Sample>>> samples,
      List<String> drawn,
      List<String> notes) {
    List<Curve> curves = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (int run = 0; run < names.size(); run++) {
      for (Map.Entry<String, List<Sample>> line : samples.get(run).entrySet()) {
        String label = label(names, run, line.getKey(), drawn);
        Curve curve = curve(label, run, drawn.indexOf(line.getKey()), line.getValue(), gaps);
        if (curve.finite().findAny().isPresent()) {
          curves.add(curve);
        }
      }
    }
    if (curves.isEmpty()) {
      throw new PlotException("There is nothing to draw: " + String.join("; ", gaps.subList(0, 1)));
    }
    int most = CurveRenderer.most(drawn.size());
    if (curves.size() > most) {
      notes.add(
          "%d of %d lines are drawn, no more can be told apart".formatted(most, curves.size()));
    }
    notes.addAll(gaps.subList(0, Math.min(gaps.size(), MOST_NOTES)));
    if (gaps.size() > MOST_NOTES) {
      notes.add("and so are values of %d lines more".formatted(gaps.size() - MOST_NOTES));
    }
    return List.copyOf(curves.subList(0, Math.min(curves.size(), most)));
  }

  private static String label(List<String> names, int run, String split, List<String> drawn) {
    if (drawn.size() == 1) {
      return names.get(run);
    }
    return names.size() == 1 ? split : names.get(run) + ", " + split;
  }

  private Curve curve(String label, int run, int split, List<Sample> samples, List<String> gaps) {
    double[] places = samples.stream().mapToDouble(Sample::place).toArray();
    double[] values =
        samples.stream()
            .mapToDouble(Sample::value)
            .map(value -> logarithmic && value <= 0 ? Double.NaN : value)
            .toArray();
    int[] missing =
        IntStream.range(0, values.length).filter(i -> Double.isNaN(values[i])).toArray();
    if (missing.length > 0) {
      gaps.add(
          "%s: %d of %d values are %s, the first at %s %d"
              .formatted(
                  label,
                  missing.length,
                  values.length,
                  logarithmic ? "not positive numbers" : "NaN or infinite",
                  unit(),
                  (long) places[missing[0]]));
    }
    return new Curve(label, run, split, places, values);
  }

  private PlotException nothing(
      List<String> names, List<KnownRun> known, Catalogue catalogue, SparqlEndpoint endpoint) {
    String there =
        known.stream()
            .flatMap(
                run ->
                    catalogue
                        .query("metrics-by-epoch")
                        .with("run", run.iri())
                        .on(endpoint, MetricRow.class)
                        .stream())
            .filter(row -> row.epoch() != null)
            .flatMap(
                row ->
                    Stream.ofNullable(row.split())
                        .map(split -> row.metric() + " on " + Names.split(split.getURI())))
            .distinct()
            .collect(Collectors.joining(", "));
    String where = splits.isEmpty() ? "" : " on " + String.join(" or ", splits);
    return new PlotException(
        "%s no %s%s by %s; by epoch there is %s"
            .formatted(
                names.size() == 1 ? names.get(0) + " has" : "These runs have",
                Names.last(metric),
                where,
                unit(),
                there.isEmpty() ? "nothing" : there));
  }
}
