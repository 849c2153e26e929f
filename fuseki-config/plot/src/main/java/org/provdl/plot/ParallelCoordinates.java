package org.provdl.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.Catalogue;
import org.provdl.queries.SparqlEndpoint;

/**
 * What runs started with and what they reached: an upright axis for each hyperparameter, the last
 * for the metric, a line for each run in the colour of its metric.
 *
 * @param hyperparameters their names or IRIs; none stand for those that vary
 * @param metric the name or IRI of the metric, of which the best value of each run counts
 * @param split the part of the data; null for the first of test, validation and training that has
 *     any
 * @param experiment the name of the experiment whose runs are drawn; null for all runs
 */
public record ParallelCoordinates(
    List<String> hyperparameters,
    String metric,
    @Nullable String split,
    @Nullable String experiment) {

  private static final int MOST_AXES = 20;
  private static final int MOST_CHOSEN = 12;
  private static final int MOST_RUNS = 1000;

  /** More texts than that cannot be read on an axis. */
  private static final int MOST_TEXTS = 24;

  private record HyperparameterRow(Node hyperparameter, String name, long values) {}

  private record MetricRow(Node metric, @Nullable Boolean higherIsBetter) {}

  /**
   * Copies what it is given.
   *
   * @param hyperparameters {@value #MOST_AXES} at most
   * @param metric the metric
   * @param split the part of the data
   * @param experiment the name of an experiment
   * @throws IllegalArgumentException if there are too many hyperparameters
   */
  public ParallelCoordinates {
    hyperparameters = List.copyOf(hyperparameters);
    if (hyperparameters.size() > MOST_AXES) {
      throw new IllegalArgumentException(
          "A picture holds %d hyperparameters, not %d"
              .formatted(MOST_AXES, hyperparameters.size()));
    }
  }

  /**
   * Asks for what is drawn.
   *
   * @param endpoint where to ask
   * @return the picture
   * @throws PlotException if there is nothing to draw
   * @throws org.provdl.queries.QueryParameterException if there is no such hyperparameter or metric
   * @throws org.provdl.queries.SparqlEndpointException if the endpoint does not answer
   */
  public Picture on(SparqlEndpoint endpoint) {
    Catalogue catalogue = Catalogue.standard();
    String group = experiment == null ? "" : experiment;
    Outcomes outcomes = Outcomes.of(metric, split, group, catalogue, endpoint);
    List<String> notes = new ArrayList<>(outcomes.notes());
    List<Settings> axes =
        hyperparameters.isEmpty()
            ? varying(outcomes, group, catalogue, endpoint, notes)
            : hyperparameters.stream()
                .map(name -> Settings.of(name, group, catalogue, endpoint))
                .toList();
    List<Trace> traces = traces(outcomes, axes, higherIsBetter(catalogue, endpoint), notes);
    String title =
        "%s by %s, %s"
            .formatted(
                outcomes.measure(),
                axes.size() == 1 ? axes.get(0).name() : axes.size() + " hyperparameters",
                Outcomes.count(traces.size()));
    List<String> names =
        Stream.concat(
                axes.stream().map(axis -> Texts.shortened(axis.name(), 24)),
                Stream.of(outcomes.measure()))
            .toList();
    return new ParallelChart(names, traces).picture(new Chart(title, notes));
  }

  private static List<Settings> varying(
      Outcomes outcomes,
      String experiment,
      Catalogue catalogue,
      SparqlEndpoint endpoint,
      List<String> notes) {
    List<Settings> varying =
        catalogue
            .query("list-hyperparameters")
            .with("experiment", experiment)
            .on(endpoint, HyperparameterRow.class)
            .stream()
            .filter(row -> row.values() > 1)
            .map(row -> Settings.of(row.hyperparameter().getURI(), experiment, catalogue, endpoint))
            .filter(settings -> isWorthAnAxis(settings, outcomes))
            .toList();
    if (varying.isEmpty()) {
      throw new PlotException(
          "No hyperparameter of the whole model varies among the runs with %s; name those to draw"
              .formatted(outcomes.measure()));
    }
    if (varying.size() > MOST_CHOSEN) {
      notes.add(
          "%d of %d hyperparameters that vary; name others to draw them"
              .formatted(MOST_CHOSEN, varying.size()));
    }
    return varying.subList(0, Math.min(varying.size(), MOST_CHOSEN));
  }

  private static boolean isWorthAnAxis(Settings settings, Outcomes outcomes) {
    List<Value> values =
        outcomes.runs().stream()
            .flatMap(run -> Stream.ofNullable(settings.values().get(run.iri())))
            .distinct()
            .toList();
    return values.size() > 1
        && (values.size() <= MOST_TEXTS || values.stream().allMatch(Value::isNumber));
  }

  private static List<Trace> traces(
      Outcomes outcomes, List<Settings> axes, boolean higherIsBetter, List<String> notes) {
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < outcomes.runs().size(); i++) {
      Node run = outcomes.runs().get(i).iri();
      double measured = outcomes.values().getOrDefault(run, Double.NaN);
      List<@Nullable Value> values = new ArrayList<>();
      axes.forEach(axis -> values.add(axis.values().get(run)));
      if (values.stream().anyMatch(value -> value != null)) {
        values.add(new Value(Texts.number(measured), measured));
        String name =
            "%s: %s %s"
                .formatted(outcomes.names().get(i), outcomes.measure(), Texts.number(measured));
        traces.add(new Trace(name, values));
      }
    }
    if (traces.isEmpty()) {
      throw new PlotException(
          "No run has both one of these hyperparameters, for the whole model, and "
              + outcomes.measure());
    }
    Comparator<Trace> worstFirst = Comparator.comparingDouble(Trace::measured);
    traces.sort(higherIsBetter ? worstFirst : worstFirst.reversed());
    if (traces.size() <= MOST_RUNS) {
      return List.copyOf(traces);
    }
    notes.add("the best %d of %d runs".formatted(MOST_RUNS, traces.size()));
    return List.copyOf(traces.subList(traces.size() - MOST_RUNS, traces.size()));
  }

  private boolean higherIsBetter(Catalogue catalogue, SparqlEndpoint endpoint) {
    return catalogue.query("metric-names").on(endpoint).as(MetricRow.class).stream()
        .filter(row -> Names.last(row.metric().getURI()).equals(Names.last(metric)))
        .flatMap(row -> Stream.ofNullable(row.higherIsBetter()))
        .findFirst()
        .orElse(true);
  }
}
