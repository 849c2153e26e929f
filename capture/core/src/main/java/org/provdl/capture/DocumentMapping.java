package org.provdl.capture;

import java.time.Instant;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Maps what the document of a run and that of a study begin with. */
final class DocumentMapping {

  private DocumentMapping() {}

  /** Describes the document, its activity, and the experiment that groups it; the activity. */
  static Description begin(
      RunGraph graph,
      Resource type,
      String id,
      String name,
      Instant started,
      @Nullable String experiment) {
    graph
        .describe(graph.document(), PROV.Bundle, PROV.Entity)
        .label(name)
        .with(DCTerms.identifier, id);
    Description activity =
        graph
            .describe(graph.training(), type, PROV.Activity)
            .label(name)
            .with(PROV.startedAtTime, started);
    if (experiment != null) {
      Node group = graph.shared("experiment", experiment);
      graph.describe(group, PROVDL.Experiment, PROV.Entity).label(experiment);
      activity.with(PROVDL.partOfExperiment, group);
    }
    return activity;
  }
}
