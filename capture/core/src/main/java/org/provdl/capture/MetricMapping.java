package org.provdl.capture;

import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Maps single values of metrics and whole curves. */
final class MetricMapping {

  private final RunGraph graph;
  private final Terms terms;
  private final DataMapping data;
  private final Progress progress;

  MetricMapping(RunGraph graph, Terms terms, DataMapping data, Progress progress) {
    this.graph = graph;
    this.terms = terms;
    this.data = data;
    this.progress = progress;
  }

  /** The entity of a value; a second value of the same name gets a number. */
  Description value(Node activity, String metric, double value, Split split, Object... names) {
    Node node = fresh(names, 1);
    return describe(graph.describe(node, PROVDL.MetricValue, PROV.Entity), activity, metric, split)
        .with(PROV.value, Literals.of(value));
  }

  Description curve(Node activity, String metric, Curve curve, Split split, Object... names) {
    Node node = graph.part(names);
    return describe(graph.describe(node, PROVDL.MetricSeries, PROV.Entity), activity, metric, split)
        .with(PROVDL.firstIteration, curve.firstIteration())
        .with(PROVDL.iterationStride, curve.stride())
        .with(PROVDL.values, Literals.list(curve.values()));
  }

  private Node fresh(Object[] names, int number) {
    Object[] numbered = Arrays.copyOf(names, number == 1 ? names.length : names.length + 1);
    if (number > 1) {
      numbered[names.length] = number;
    }
    Node node = graph.part(numbered);
    return graph.isNew(node) ? node : fresh(names, number + 1);
  }

  private Description describe(Description description, Node activity, String metric, Split split) {
    description
        .label(metric)
        .with(PROVDL.metric, terms.metric(metric, graph))
        .with(PROVDL.split, data.role(split))
        .with(PROV.wasGeneratedBy, activity);
    if (progress.epoch > 0) {
      description.with(PROVDL.epoch, graph.part("epoch", progress.epoch));
    }
    return description;
  }
}
