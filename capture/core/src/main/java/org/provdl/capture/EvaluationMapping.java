package org.provdl.capture;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/**
 * Maps evaluations: an activity that used a split and a state of the model, and generated values.
 */
final class EvaluationMapping {

  private final RunGraph graph;
  private final MetricMapping metrics;
  private final DataMapping data;
  private final ModelMapping models;
  private int evaluations;

  EvaluationMapping(RunGraph graph, MetricMapping metrics, DataMapping data, ModelMapping models) {
    this.graph = graph;
    this.metrics = metrics;
    this.data = data;
    this.models = models;
  }

  void map(Event.ModelEvaluated event) {
    evaluations++;
    int number = evaluations;
    Node evaluation = graph.part("evaluation", number);
    Node split = data.split(event.split());
    Parameters parameters = event.parameters();
    Node model = parameters == null ? models.model() : models.state(parameters, event.time());
    graph
        .describe(evaluation, PROVDL.Evaluation, PROV.Activity)
        .with(DCTerms.isPartOf, graph.training())
        .with(PROV.startedAtTime, event.time())
        .with(PROV.endedAtTime, event.time())
        .with(PROVDL.evaluator, event.evaluator())
        .with(PROV.used, model);
    graph.use(
        evaluation,
        split,
        DataMapping.role(event.split()),
        graph.part("usage", "evaluation", number, "split"));
    Origin origin = new Origin(evaluation, number, event.split(), split, model);
    EvaluationResult result = event.result();
    new TreeMap<>(result.metrics()).forEach((metric, value) -> map(metric, value, origin));
    new TreeMap<>(result.metricsByLabel())
        .forEach((metric, values) -> map(metric, result.labels(), values, origin));
    if (!result.confusionMatrix().isEmpty()) {
      map(result.labels(), result.confusionMatrix(), origin);
    }
  }

  private void map(String metric, double value, Origin origin) {
    origin.derive(
        metrics.value(
            origin.evaluation, metric, value, origin.split, origin.names("metric", metric)));
  }

  private void map(String metric, List<String> labels, List<Double> values, Origin origin) {
    origin.derive(
        metrics.byLabel(
            origin.evaluation,
            metric,
            labels,
            values,
            origin.split,
            origin.names("breakdown", metric)));
  }

  private void map(List<String> labels, List<List<Long>> counts, Origin origin) {
    Node matrix = graph.part(origin.names("confusion"));
    Description description =
        graph
            .describe(matrix, PROVDL.ConfusionMatrix, PROV.Entity)
            .label("confusion matrix")
            .with(PROVDL.labels, ListLiterals.ofTexts(labels))
            .with(PROVDL.counts, ListLiterals.ofRows(counts));
    origin.derive(metrics.made(description, origin.evaluation, origin.split));
  }

  /** What the results of one evaluation have in common. */
  private record Origin(Node evaluation, int number, Split split, Node data, Node model) {

    void derive(Description result) {
      result.with(PROV.wasDerivedFrom, data).with(PROV.wasDerivedFrom, model);
    }

    Object[] names(Object... names) {
      return Stream.concat(Stream.of("evaluation", number), Stream.of(names)).toArray();
    }
  }
}
