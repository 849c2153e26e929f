package org.provdl.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.Catalogue;
import org.provdl.queries.KnownRun;
import org.provdl.queries.SparqlEndpoint;

/**
 * A metric against a hyperparameter, a dot for each run. Its axis is logarithmic where all values
 * are positive and span more than a factor of 100; values that are no numbers stand side by side.
 *
 * @param hyperparameter the name or IRI of the hyperparameter
 * @param metric the name or IRI of the metric, of which the best value of each run counts
 * @param split the part of the data; null for the first of test, validation and training that has
 *     any
 * @param experiment the name of the experiment whose runs are drawn; null for all runs
 */
public record MetricScatter(
    String hyperparameter, String metric, @Nullable String split, @Nullable String experiment) {

  private static final int MOST = 5000;

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
    Settings settings = Settings.of(hyperparameter, group, catalogue, endpoint);
    Outcomes outcomes = Outcomes.of(metric, split, group, catalogue, endpoint);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < outcomes.runs().size(); i++) {
      KnownRun run = outcomes.runs().get(i);
      Value setting = settings.values().get(run.iri());
      Double measured = outcomes.values().get(run.iri());
      if (setting != null && measured != null) {
        String name =
            "%s: %s %s, %s %s"
                .formatted(
                    outcomes.names().get(i),
                    settings.name(),
                    setting.text(),
                    outcomes.measure(),
                    Texts.number(measured));
        points.add(new Point(name, setting, measured));
      }
    }
    return picture(settings.name(), outcomes, points);
  }

  private static Picture picture(String setting, Outcomes outcomes, List<Point> points) {
    if (points.isEmpty()) {
      throw new PlotException(
          "No run has both %s, for the whole model, and %s".formatted(setting, outcomes.measure()));
    }
    List<String> notes = new ArrayList<>(outcomes.notes());
    int without = outcomes.runs().size() - points.size();
    if (without > 0) {
      notes.add("%s without %s".formatted(Outcomes.count(without), setting));
    }
    List<Point> drawn = points;
    if (points.size() > MOST) {
      drawn = points.subList(points.size() - MOST, points.size());
      notes.add("the last %d of %d runs".formatted(MOST, points.size()));
    }
    String title =
        "%s by %s, %s".formatted(outcomes.measure(), setting, Outcomes.count(drawn.size()));
    return new ScatterChart(setting, outcomes.measure(), List.copyOf(drawn))
        .picture(new Chart(title, notes));
  }
}
