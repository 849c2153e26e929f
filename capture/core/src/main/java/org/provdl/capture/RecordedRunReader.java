package org.provdl.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Reads a run out of its named graph, and the files of its initial parameters out of all. */
final class RecordedRunReader {

  private static final Map<Node, Split> SPLITS =
      Map.of(
          PROVDL.trainingData.asNode(), Split.TRAINING,
          PROVDL.validationData.asNode(), Split.VALIDATION,
          PROVDL.testData.asNode(), Split.TEST);

  private static final Map<Resource, String> MEASURED =
      Map.of(
          PROVDL.MetricValue, "",
          PROVDL.MetricSeries, " curve",
          PROVDL.MetricBreakdown, " by class",
          PROVDL.ConfusionMatrix, "");

  private final DatasetGraph dataset;
  private final RecordedGraph graph;
  private final String iri;
  private final Node training;

  RecordedRunReader(DatasetGraph dataset, String iri) {
    this.dataset = dataset;
    this.iri = iri;
    graph = RecordedGraph.of(dataset, iri);
    training =
        graph
            .first(graph.instances(PROVDL.TrainingRun))
            .orElseThrow(
                () -> new IllegalArgumentException("There is no run %s here.".formatted(iri)));
  }

  RecordedRun read() {
    Parameters initial = initial();
    Map<Split, RecordedSplit> splits = splits();
    return new RecordedRun(
        iri,
        graph.text(training, RDFS.label).orElse("training"),
        graph
            .first(graph.objects(training, PROVDL.partOfExperiment))
            .flatMap(experiment -> graph.text(experiment, RDFS.label))
            .orElse(null),
        framework(),
        configuration(),
        initial,
        initial == null ? List.of() : modelFiles(initial.sha256()),
        graph.text(training, PROVDL.randomGeneratorState).orElse(null),
        (int) endedEpochs().count(),
        splits,
        evaluations(),
        trained(),
        new RecordedEnvironment(graph, training).facts(),
        new RecordedEnvironment(graph, training).libraries(),
        measurements(),
        new Obstacles(graph, training).find());
  }

  private @Nullable String framework() {
    return graph.objects(training, PROV.wasAssociatedWith).stream()
        .filter(agent -> graph.isA(agent, PROV.SoftwareAgent))
        .flatMap(agent -> graph.text(agent, RDFS.label).stream())
        .findFirst()
        .orElse(null);
  }

  private @Nullable String configuration() {
    return graph
        .first(graph.instances(PROVDL.ModelConfiguration))
        .flatMap(configuration -> graph.text(configuration, PROV.value))
        .orElse(null);
  }

  private @Nullable Parameters initial() {
    return graph
        .first(graph.usedAs(training, PROVDL.initialParameters))
        .flatMap(
            parameters ->
                graph
                    .text(parameters, PROVDL.parametersSha256)
                    .map(
                        sha256 ->
                            new Parameters(
                                sha256,
                                graph.number(parameters, PROVDL.iterationCount).orElse(null))))
        .orElse(null);
  }

  private List<Artifact> modelFiles(String parametersSha256) {
    List<Artifact> files = new ArrayList<>();
    dataset
        .find(
            Node.ANY,
            Node.ANY,
            PROVDL.parametersSha256.asNode(),
            Literals.of((Object) parametersSha256))
        .forEachRemaining(
            quad -> file(quad).filter(file -> !files.contains(file)).ifPresent(files::add));
    return files;
  }

  private Optional<Artifact> file(Quad quad) {
    RecordedGraph other = RecordedGraph.of(dataset, quad.getGraph().getURI());
    return other
        .text(quad.getSubject(), PROVDL.location)
        .flatMap(
            location ->
                other
                    .text(quad.getSubject(), PROVDL.sha256)
                    .map(
                        sha256 ->
                            new Artifact(
                                other.text(quad.getSubject(), RDFS.label).orElse(location),
                                location,
                                sha256,
                                other.number(quad.getSubject(), PROVDL.sizeInBytes).orElse(0L))));
  }

  private Stream<Node> endedEpochs() {
    return graph.instances(PROVDL.Epoch).stream()
        .filter(epoch -> !graph.objects(epoch, PROV.endedAtTime).isEmpty());
  }

  private Map<Split, RecordedSplit> splits() {
    Map<Split, RecordedSplit> splits = new EnumMap<>(Split.class);
    for (Node node : graph.instances(PROVDL.DatasetSplit)) {
      graph
          .text(node, RDFS.label)
          .flatMap(RecordedRunReader::split)
          .ifPresent(split -> splits.put(split, split(node)));
    }
    return splits;
  }

  private static Optional<Split> split(String label) {
    return Stream.of(Split.values())
        .filter(split -> split.name().equalsIgnoreCase(label))
        .findFirst();
  }

  private RecordedSplit split(Node node) {
    return new RecordedSplit(
        graph.first(graph.objects(node, PROVDL.readBy)).flatMap(this::reader).orElse(null),
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
        .flatMap(
            parameter ->
                graph
                    .text(parameter, RDFS.label)
                    .flatMap(
                        name ->
                            graph
                                .text(parameter, PROV.value)
                                .map(value -> new Preparation.Parameter(name, value)))
                    .stream())
        .sorted(Comparator.comparing(Preparation.Parameter::name))
        .toList();
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

  /** Those made between epochs: in the middle of one, nobody will stop again. */
  private List<RecordedEvaluation> evaluations() {
    Map<Long, Integer> epochEnds = new LinkedHashMap<>();
    epochEnds.put(0L, 0);
    long iterations = 0;
    List<Node> epochs =
        endedEpochs()
            .sorted(Comparator.comparing(epoch -> graph.number(epoch, PROVDL.index).orElse(0L)))
            .toList();
    for (Node epoch : epochs) {
      iterations += graph.number(epoch, PROVDL.iterationCount).orElse(0L);
      epochEnds.put(iterations, graph.number(epoch, PROVDL.index).orElse(0L).intValue());
    }
    return graph.instances(PROVDL.Evaluation).stream()
        .sorted(Comparator.comparing(RecordedRunReader::number))
        .flatMap(evaluation -> evaluation(evaluation, epochEnds).stream())
        .toList();
  }

  private Optional<RecordedEvaluation> evaluation(Node evaluation, Map<Long, Integer> epochEnds) {
    Integer epoch =
        graph.objects(evaluation, PROV.used).stream()
            .filter(used -> graph.isA(used, PROVDL.Checkpoint))
            .map(state -> epochEnds.get(graph.number(state, PROVDL.iteration).orElse(0L)))
            .findFirst()
            .orElse(null);
    Split split =
        graph.objects(evaluation, PROV.used).stream()
            .filter(used -> graph.isA(used, PROVDL.DatasetSplit))
            .flatMap(used -> graph.text(used, RDFS.label).stream())
            .flatMap(label -> split(label).stream())
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

  private @Nullable String trained() {
    return graph.instances(PROVDL.TrainedModel).stream()
        .max(Comparator.comparing(model -> graph.number(model, PROVDL.iteration).orElse(0L)))
        .flatMap(model -> graph.text(model, PROVDL.parametersSha256))
        .orElse(null);
  }

  private Set<RecordedRun.Measurement> measurements() {
    return MEASURED.entrySet().stream()
        .flatMap(
            kind ->
                graph.instances(kind.getKey()).stream()
                    .flatMap(node -> measurement(node, kind.getKey(), kind.getValue()).stream()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<RecordedRun.Measurement> measurement(Node node, Resource kind, String suffix) {
    Property property =
        kind.equals(PROVDL.MetricValue)
            ? PROV.value
            : kind.equals(PROVDL.ConfusionMatrix) ? PROVDL.counts : PROVDL.values;
    String split =
        graph.objects(node, PROVDL.split).stream()
            .map(SPLITS::get)
            .filter(Objects::nonNull)
            .findFirst()
            .map(found -> found.name().toLowerCase(Locale.ROOT))
            .orElse("");
    int epoch =
        graph
            .first(graph.objects(node, PROVDL.epoch))
            .flatMap(measured -> graph.number(measured, PROVDL.index))
            .orElse(0L)
            .intValue();
    return graph
        .text(node, property)
        .map(
            text ->
                new RecordedRun.Measurement(
                    graph.text(node, RDFS.label).orElse("") + suffix,
                    split,
                    epoch,
                    property.equals(PROV.value) ? RecordedGraph.asDouble(text) : text));
  }
}
