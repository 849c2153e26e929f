package org.provdl.capture;

import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Resource;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Maps the splits of the data that a run sees and the files that they come from. */
final class DataMapping {

  private final RunGraph graph;
  private boolean trainingDataKnown;

  DataMapping(RunGraph graph) {
    this.graph = graph;
  }

  void map(Event.DataSeen event) {
    new Description(graph, split(event.split()))
        .with(PROVDL.exampleCount, event.exampleCount())
        .with(PROVDL.featureShape, event.featureShape())
        .with(PROVDL.labelShape, event.labelShape());
  }

  void map(Event.SourceNamed event) {
    Artifact source = event.source();
    Node dataset =
        graph
            .describe(artifact(source), PROVDL.Dataset, PROV.Collection, PROV.Entity)
            .label(source.name())
            .with(PROVDL.sha256, source.sha256())
            .with(PROVDL.location, source.location())
            .with(PROVDL.sizeInBytes, source.sizeInBytes())
            .node();
    graph.add(split(event.split()), PROV.wasDerivedFrom, dataset);
  }

  /** The entity of a split, described when it is first asked for. */
  Node split(Split split) {
    Node node = iri(split);
    if (graph.isNew(node)) {
      graph.describe(node, PROVDL.DatasetSplit, PROV.Collection, PROV.Entity).label(name(split));
      if (split == Split.TRAINING) {
        trainingDataKnown = true;
        graph.use(graph.training(), node, role(split), graph.part("usage", "split", name(split)));
      }
    }
    return node;
  }

  /** Says that a thing was made from the training data, where any was seen. */
  void derivesFromTrainingData(Node entity) {
    if (trainingDataKnown) {
      graph.add(entity, PROV.wasDerivedFrom, iri(Split.TRAINING));
    }
  }

  /** Says that an activity used the training data, where any was seen. */
  void usesTrainingData(Node activity) {
    if (trainingDataKnown) {
      graph.add(activity, PROV.used, iri(Split.TRAINING));
    }
  }

  Node artifact(Artifact file) {
    return graph.shared("artifact", "sha256-" + file.sha256());
  }

  Resource role(Split split) {
    return switch (split) {
      case TRAINING -> PROVDL.trainingData;
      case VALIDATION -> PROVDL.validationData;
      case TEST -> PROVDL.testData;
    };
  }

  String name(Split split) {
    return split.name().toLowerCase(Locale.ROOT);
  }

  private Node iri(Split split) {
    return graph.part("split", name(split));
  }
}
