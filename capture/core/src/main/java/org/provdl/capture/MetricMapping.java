package org.provdl.capture;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Maps single values of metrics and whole curves. */
final class MetricMapping {

  private final RunGraph graph;
  private final Terms terms;
  private final Progress progress;
  private final MetricSummaries summaries;
  private final Map<Node, Integer> valuesOfName = new HashMap<>();

  MetricMapping(RunGraph graph, Terms terms, Progress progress) {
    this.graph = graph;
    this.terms = terms;
    this.progress = progress;
    summaries = new MetricSummaries(graph, terms);
  }

  /** The entity of a value; a second value of the same name gets a number. */
  Description value(Node activity, String metric, double value, Split split, Object... names) {
    Node node = fresh(names);
    progress.measure(metric, split, node);
    summaries.add(metric, split, value, node, progress.epoch);
    return describe(graph.describe(node, PROVDL.MetricValue, PROV.Entity), activity, metric, split)
        .with(PROV.value, Literals.of(value));
  }

  /** Tells what all values came to, once, when there will be no more. */
  void summarize() {
    summaries.map();
  }

  Description curve(Node activity, String metric, Curve curve, Split split, Object... names) {
    Node node = graph.part(names);
    return describe(graph.describe(node, PROVDL.MetricSeries, PROV.Entity), activity, metric, split)
        .with(PROVDL.firstIteration, curve.firstIteration())
        .with(PROVDL.iterationStride, curve.stride())
        .with(PROVDL.values, ListLiterals.ofDoubles(curve.values()));
  }

  /** The curve of a whole run; where no values of the metric were told, it sums them up. */
  void curve(Node activity, Event.SeriesMeasured event, String splitName) {
    Node node = fresh(new Object[] {"series", splitName, event.metric()});
    graph
        .describe(node, PROVDL.MetricSeries, PROV.Entity)
        .label(event.metric())
        .with(PROVDL.metric, terms.metric(event.metric(), graph))
        .with(PROVDL.split, DataMapping.role(event.split()))
        .with(PROV.wasGeneratedBy, activity)
        .with(PROVDL.firstIteration, event.firstIteration())
        .with(PROVDL.iterationStride, event.stride())
        .with(PROVDL.values, ListLiterals.ofDoubles(event.values()));
    if (!summaries.has(event.metric(), event.split())) {
      for (Double value : event.values()) {
        if (value != null) {
          summaries.add(event.metric(), event.split(), value, node, 0);
        }
      }
    }
  }

  /** The values of a metric for each label. */
  Description byLabel(
      Node activity,
      String metric,
      List<String> labels,
      List<Double> values,
      Split split,
      Object... names) {
    Node node = graph.part(names);
    return describe(
            graph.describe(node, PROVDL.MetricBreakdown, PROV.Entity), activity, metric, split)
        .with(PROVDL.labels, ListLiterals.ofTexts(labels))
        .with(PROVDL.values, ListLiterals.ofDoubles(values));
  }

  private Node fresh(Object[] names) {
    Node first = graph.part(names);
    int number = valuesOfName.merge(first, 1, Integer::sum);
    if (number == 1) {
      return first;
    }
    Object[] numbered = Arrays.copyOf(names, names.length + 1);
    numbered[names.length] = number;
    return graph.part(numbered);
  }

  private Description describe(Description description, Node activity, String metric, Split split) {
    return made(
        description.label(metric).with(PROVDL.metric, terms.metric(metric, graph)),
        activity,
        split);
  }

  /** Says which activity made a thing, on which data and in which epoch. */
  Description made(Description description, Node activity, Split split) {
    description.with(PROVDL.split, DataMapping.role(split)).with(PROV.wasGeneratedBy, activity);
    if (progress.epoch > 0) {
      description.with(PROVDL.epoch, graph.part("epoch", progress.epoch));
    }
    return description;
  }
}
