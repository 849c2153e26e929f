package org.provdl.capture;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Reads what a graph says of the data of each split. */
final class RecordedSplits {

  private final RecordedGraph graph;

  RecordedSplits(RecordedGraph graph) {
    this.graph = graph;
  }

  Map<Split, RecordedSplit> read() {
    Map<Split, RecordedSplit> splits = new EnumMap<>(Split.class);
    for (Node node : graph.instances(PROVDL.DatasetSplit)) {
      of(node, graph).ifPresent(split -> splits.put(split, split(node)));
    }
    return splits;
  }

  /** Which split an entity is, by its label. */
  static Optional<Split> of(Node node, RecordedGraph graph) {
    return graph
        .text(node, RDFS.label)
        .flatMap(
            label ->
                Stream.of(Split.values())
                    .filter(split -> split.name().equalsIgnoreCase(label))
                    .findFirst());
  }

  private RecordedSplit split(Node node) {
    return new RecordedSplit(
        graph.objects(node, PROVDL.readBy).stream()
            .flatMap(reader -> reader(reader).stream())
            .findFirst()
            .orElse(null),
        graph.closure(node, PROV.wasDerivedFrom).stream()
            .flatMap(dataset -> source(dataset).stream())
            .toList(),
        graph.number(node, PROVDL.shuffleSeed).orElse(null));
  }

  private Optional<DataReader> reader(Node node) {
    return graph.text(node, PROVDL.className).map(name -> new DataReader(name, parameters(node)));
  }

  private List<Preparation.Parameter> parameters(Node reader) {
    return graph.objects(reader, PROVDL.hasParameter).stream()
        .flatMap(parameter -> parameter(parameter).stream())
        .sorted(Comparator.comparing(Preparation.Parameter::name))
        .toList();
  }

  private Optional<Preparation.Parameter> parameter(Node node) {
    return graph
        .text(node, PROV.value)
        .flatMap(
            value ->
                graph
                    .text(node, RDFS.label)
                    .filter(name -> !name.isBlank())
                    .map(name -> new Preparation.Parameter(name, value)));
  }

  private Optional<RecordedSplit.Source> source(Node dataset) {
    return graph
        .text(dataset, PROVDL.location)
        .map(
            location ->
                new RecordedSplit.Source(
                    graph.text(dataset, RDFS.label).orElse(location),
                    location,
                    graph.text(dataset, PROVDL.sha256).orElse(null),
                    graph.number(dataset, PROVDL.sizeInBytes).orElse(null)));
  }
}
