package org.provdl.capture;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Resource;
import org.provdl.capture.Progress.MeasuredOn;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;
import org.provdl.vocabulary.RunProperties;

/** Maps what all values of each metric on each split come to, when the run ends. */
final class MetricSummaries {

  private final RunGraph graph;
  private final Terms terms;
  private final Map<MeasuredOn, MetricSummary> summaries = new LinkedHashMap<>();

  MetricSummaries(RunGraph graph, Terms terms) {
    this.graph = graph;
    this.terms = terms;
  }

  void add(String metric, Split split, double value, Node node, int epoch) {
    summaries
        .computeIfAbsent(
            new MeasuredOn(metric, split),
            any -> new MetricSummary(terms.isBetterWhenHigher(metric)))
        .add(value, node, epoch);
  }

  boolean has(String metric, Split split) {
    return summaries.containsKey(new MeasuredOn(metric, split));
  }

  void map() {
    Description training = new Description(graph, graph.training());
    summaries.forEach(
        (measured, summary) -> {
          String metric = measured.metric();
          Split split = measured.split();
          Node about = terms.metric(metric, graph);
          Resource role = DataMapping.role(split);
          Description description =
              graph
                  .describe(
                      graph.part("summary", split.name().toLowerCase(Locale.ROOT), metric),
                      PROVDL.MetricSummary,
                      PROV.Entity)
                  .label(metric)
                  .with(PROVDL.summarizes, about)
                  .with(PROVDL.metric, about)
                  .with(PROVDL.split, role)
                  .with(PROV.wasGeneratedBy, graph.training());
          summary.describe(description);
          training.with(RunProperties.reached(about.getURI(), role), summary.best());
        });
  }
}
