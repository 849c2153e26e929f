package org.provdl.capture;

import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Maps the decision to end training early: an activity that used the best score and its model. */
final class EarlyStoppingMapping {

  private final RunGraph graph;
  private final AgentMapping agents;
  private final ModelMapping models;
  private final EpochMapping epochs;
  private final Progress progress;
  private int stops;

  EarlyStoppingMapping(
      RunGraph graph,
      AgentMapping agents,
      ModelMapping models,
      EpochMapping epochs,
      Progress progress) {
    this.graph = graph;
    this.agents = agents;
    this.models = models;
    this.epochs = epochs;
    this.progress = progress;
  }

  void map(Event.TrainingStopped event) {
    stops++;
    Responsible responsible =
        event.responsible() == null ? Responsible.FRAMEWORK : event.responsible();
    Node stopping =
        graph
            .describe(graph.part("stopping", stops), PROVDL.EarlyStopping, PROV.Activity)
            .with(DCTerms.isPartOf, graph.training())
            .with(PROVDL.duringEpoch, progress.epoch == 0 ? null : Long.valueOf(progress.epoch))
            .with(PROVDL.reason, event.reason())
            .with(PROV.startedAtTime, event.time())
            .with(PROV.endedAtTime, event.time())
            .with(PROV.wasAssociatedWith, agents.agent(responsible))
            .node();
    Node score = epochs.score(event.bestEpoch(), event.metric());
    if (score != null) {
      use(stopping, score, PROVDL.bestScoreRole, "score");
    }
    Parameters parameters = event.parameters();
    if (parameters != null) {
      Node model = models.state(parameters, event.time());
      if (event.bestEpoch() > 0) {
        graph.add(model, PROVDL.epoch, graph.part("epoch", event.bestEpoch()));
      }
      use(stopping, model, PROVDL.bestModelRole, "model");
    }
  }

  private void use(Node stopping, Node best, Resource role, String name) {
    graph.use(stopping, best, role, graph.part("usage", "stopping", stops, name));
  }
}
