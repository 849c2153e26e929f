package org.provdl.capture;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Resource;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Maps the splits of the data that a run sees and the files that they come from. */
final class DataMapping {

  private final RunGraph graph;
  private final Map<Split, Set<Node>> sources = new EnumMap<>(Split.class);
  private final Set<Node> datasets = new HashSet<>();
  private final Set<Node> generated = new HashSet<>();
  private final Set<Split> seen = EnumSet.noneOf(Split.class);
  private boolean trainingDataKnown;

  DataMapping(RunGraph graph) {
    this.graph = graph;
  }

  /** Only what was seen first: a split does not change. */
  void map(Event.DataSeen event) {
    if (!seen.add(event.split())) {
      return;
    }
    new Description(graph, split(event.split()))
        .with(PROVDL.exampleCount, event.exampleCount())
        .with(PROVDL.featureShape, event.featureShape())
        .with(PROVDL.labelShape, event.labelShape());
  }

  void map(Event.SplitDescribed event) {
    SplitDescription description = event.description();
    Description split =
        new Description(graph, split(event.split()))
            .with(PROVDL.dataIterator, description.iterator())
            .with(PROVDL.examplesPerBatch, description.batchSize())
            .with(PROVDL.shuffleSeed, description.shuffleSeed());
    if (!description.labelNames().isEmpty()) {
      split.with(PROVDL.labels, ListLiterals.ofTexts(description.labelNames()));
    }
    if (!description.labelDistribution().isEmpty()) {
      split.with(PROVDL.labelDistribution, ListLiterals.ofCounts(description.labelDistribution()));
    }
  }

  void map(Event.SourceNamed event) {
    derive(event.split(), dataset(event.source()));
  }

  void map(Event.SourceLocated event) {
    derive(event.split(), located(event.location()));
  }

  /** Only the first: a split is read in one way. */
  void map(Event.ReaderNamed event) {
    Node node = graph.part("reader", name(event.split()));
    if (!graph.isNew(node)) {
      return;
    }
    Description reader =
        graph
            .describe(node, PROVDL.DataReader, PROV.Entity)
            .label(event.reader().simpleName())
            .with(PROVDL.className, event.reader().className());
    for (Preparation.Parameter parameter : event.reader().parameters()) {
      Node value = graph.part("reader", name(event.split()), "parameter", parameter.name());
      graph
          .describe(value, PROVDL.PreparationParameter, PROV.Entity)
          .label(parameter.name())
          .with(PROV.value, Literals.of(parameter.value()));
      reader.with(PROVDL.hasParameter, value);
    }
    graph.add(split(event.split()), PROVDL.readBy, node);
  }

  private void derive(Split split, Node source) {
    if (sources(split).add(source)) {
      graph.add(split(split), PROV.wasDerivedFrom, source);
    }
  }

  /** What a split is said to come from so far, in that order. */
  Set<Node> sources(Split split) {
    return sources.computeIfAbsent(split, any -> new LinkedHashSet<>());
  }

  /** The entity of a file or directory of data, described when it is first asked for. */
  Node dataset(Artifact source) {
    Node dataset = artifact(source);
    if (datasets.add(dataset)) {
      graph
          .describe(dataset, PROVDL.Dataset, PROV.Collection, PROV.Entity)
          .label(source.name())
          .with(PROVDL.sha256, source.sha256())
          .with(PROVDL.location, source.location())
          .with(PROVDL.sizeInBytes, source.knownSize());
    }
    return dataset;
  }

  /** Data of which only the place is known, so that it is the run's own. */
  Node located(String location) {
    Node dataset = graph.part("source", location);
    if (datasets.add(dataset)) {
      graph
          .describe(dataset, PROVDL.Dataset, PROV.Collection, PROV.Entity)
          .label(location)
          .with(PROVDL.location, location);
    }
    return dataset;
  }

  /** Whether a file has not been generated before: a second time would be another file. */
  boolean isGeneratedNow(Node dataset) {
    return generated.add(dataset);
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

  static Resource role(Split split) {
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
