package org.provdl.capture;

import java.util.TreeMap;
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
        .with(PROV.used, model);
    graph.use(
        evaluation,
        split,
        data.role(event.split()),
        graph.part("usage", "evaluation", number, "split"));
    new TreeMap<>(event.metrics())
        .forEach(
            (metric, value) ->
                metrics
                    .value(
                        evaluation,
                        metric,
                        value,
                        event.split(),
                        "evaluation",
                        number,
                        "metric",
                        metric)
                    .with(PROV.wasDerivedFrom, split)
                    .with(PROV.wasDerivedFrom, model));
  }
}
