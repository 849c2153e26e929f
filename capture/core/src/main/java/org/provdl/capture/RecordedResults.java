package org.provdl.capture;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Reads what a training came to, and how that was evaluated. */
final class RecordedResults {

  private static final Map<Node, Split> SPLITS =
      Map.of(
          PROVDL.trainingData.asNode(), Split.TRAINING,
          PROVDL.validationData.asNode(), Split.VALIDATION,
          PROVDL.testData.asNode(), Split.TEST);

  /** What holds values, where they are, and what people call it after the name of the metric. */
  private record Kind(Resource type, Property property, String suffix) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(PROVDL.MetricValue, PROV.value, ""),
          new Kind(PROVDL.MetricSeries, PROVDL.values, " curve"),
          new Kind(PROVDL.MetricBreakdown, PROVDL.values, " by class"),
          new Kind(PROVDL.ConfusionMatrix, PROVDL.counts, ""));

  private final RecordedGraph graph;

  RecordedResults(RecordedGraph graph) {
    this.graph = graph;
  }

  List<Node> endedEpochs() {
    return graph.instances(PROVDL.Epoch).stream()
        .filter(epoch -> !graph.objects(epoch, PROV.endedAtTime).isEmpty())
        .sorted(Comparator.comparing(this::index))
        .toList();
  }

  /** Those made between epochs: in the middle of one, nobody will stop again. */
  List<RecordedEvaluation> evaluations() {
    Map<Long, Integer> epochEnds = new HashMap<>(Map.of(0L, 0));
    long iterations = 0;
    for (Node epoch : endedEpochs()) {
      iterations += graph.number(epoch, PROVDL.iterationCount).orElse(0L);
      epochEnds.put(iterations, index(epoch));
    }
    return graph.instances(PROVDL.Evaluation).stream()
        .sorted(Comparator.comparing(RecordedResults::number))
        .flatMap(evaluation -> evaluation(evaluation, epochEnds).stream())
        .toList();
  }

  private Optional<RecordedEvaluation> evaluation(Node evaluation, Map<Long, Integer> epochEnds) {
    List<Node> used = graph.objects(evaluation, PROV.used);
    Integer epoch =
        used.stream()
            .filter(state -> graph.isA(state, PROVDL.Checkpoint))
            .map(state -> graph.number(state, PROVDL.iteration).orElse(0L))
            .flatMap(iteration -> Stream.ofNullable(epochEnds.get(iteration)))
            .findFirst()
            .orElse(null);
    Split split =
        used.stream()
            .filter(data -> graph.isA(data, PROVDL.DatasetSplit))
            .flatMap(data -> RecordedSplits.of(data, graph).stream())
            .findFirst()
            .orElse(null);
    return epoch == null || split == null
        ? Optional.empty()
        : graph
            .text(evaluation, PROVDL.evaluator)
            .map(evaluator -> new RecordedEvaluation(split, epoch, evaluator));
  }

  /** The order in which evaluations were made is in their names. */
  private static long number(Node evaluation) {
    String digits = evaluation.toString().replaceAll(".*[^0-9]", "");
    return digits.isEmpty() || digits.length() > 18 ? 0 : Long.parseLong(digits);
  }

  @Nullable String trained() {
    return graph.instances(PROVDL.TrainedModel).stream()
        .max(Comparator.comparing(model -> graph.number(model, PROVDL.iteration).orElse(0L)))
        .flatMap(model -> graph.text(model, PROVDL.parametersSha256))
        .orElse(null);
  }

  Set<RecordedRun.Measurement> measurements() {
    return KINDS.stream()
        .flatMap(
            kind ->
                graph.instances(kind.type()).stream()
                    .flatMap(node -> measurement(node, kind).stream()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<RecordedRun.Measurement> measurement(Node node, Kind kind) {
    String split =
        graph.objects(node, PROVDL.split).stream()
            .flatMap(role -> Stream.ofNullable(SPLITS.get(role)))
            .map(found -> found.name().toLowerCase(Locale.ROOT))
            .findFirst()
            .orElse("");
    int epoch = graph.objects(node, PROVDL.epoch).stream().map(this::index).findFirst().orElse(0);
    return graph
        .text(node, kind.property())
        .map(
            text ->
                new RecordedRun.Measurement(
                    graph.text(node, RDFS.label).orElse("") + kind.suffix(),
                    split,
                    epoch,
                    kind.property().equals(PROV.value) ? RecordedGraph.asDouble(text) : text));
  }

  private int index(Node epoch) {
    return graph.number(epoch, PROVDL.index).orElse(0L).intValue();
  }
}
