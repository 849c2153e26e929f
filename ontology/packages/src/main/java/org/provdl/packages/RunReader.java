package org.provdl.packages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.provdl.packages.RunRecord.Agent;
import org.provdl.packages.RunRecord.Code;
import org.provdl.packages.RunRecord.EnvironmentRow;
import org.provdl.packages.RunRecord.LayerRow;
import org.provdl.packages.RunRecord.LibraryRow;
import org.provdl.packages.RunRecord.Metric;
import org.provdl.packages.RunRecord.PreparationRow;
import org.provdl.packages.RunRecord.Setting;
import org.provdl.packages.RunRecord.Source;
import org.provdl.packages.RunRecord.SplitRecord;
import org.provdl.packages.RunRecord.Start;
import org.provdl.queries.Catalogue;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Reads a run out of its graph, where the catalogue has a question for it, by that question. */
final class RunReader {

  private final Catalogue catalogue;
  private final RunGraph graph;
  private final Node training;

  private RunReader(Catalogue catalogue, RunGraph graph) {
    this.catalogue = catalogue;
    this.graph = graph;
    training =
        graph.instances(PROVDL.TrainingRun).stream()
            .findFirst()
            .orElseThrow(
                () -> new PackageException("There is no training in %s.".formatted(graph.run())));
  }

  static RunRecord read(Node run, Catalogue catalogue, SparqlEndpoint endpoint) {
    return new RunReader(catalogue, RunGraph.fetch(run, endpoint)).read();
  }

  private RunRecord read() {
    return new RunRecord(
        graph,
        graph.run().toString(),
        training.toString(),
        name(training),
        graph.objects(training, PROVDL.partOfExperiment).stream().map(this::name).toList(),
        graph.object(training, PROVDL.status).map(this::lastPart).orElse("running"),
        text(training, PROVDL.reason),
        Values.instant(text(training, PROV.startedAtTime)),
        Values.instant(text(training, PROV.endedAtTime)),
        text(training, PROVDL.commandLine),
        agents(graph.agentsIn(training, PROVDL.operatorRole)),
        agents(graph.agentsIn(training, PROVDL.frameworkRole)),
        agents(graph.objects(graph.run(), PROV.wasAttributedTo)),
        code(),
        settings(),
        graph.instances(PROVDL.Adaptation).stream().map(this::adaptation).toList(),
        graph.instances(PROVDL.DatasetSplit).stream().map(this::split).toList(),
        new ArtifactReader(graph).files(),
        start(),
        metrics(),
        modelParameters(),
        layers(),
        rows("environment", this::environment),
        rows("libraries", this::library),
        rows("preparation-steps", this::preparation));
  }

  private String name(Node node) {
    return graph.text(node, RDFS.label).orElseGet(() -> lastPart(node));
  }

  private String lastPart(Node node) {
    return node.toString().replaceFirst("(?s).*[/#]", "");
  }

  private @Nullable String text(Node node, Property property) {
    return graph.text(node, property).orElse(null);
  }

  private @Nullable Object value(Node node, Property property) {
    return graph.object(node, property).map(Values::of).orElse(null);
  }

  private List<Agent> agents(List<Node> nodes) {
    return nodes.stream()
        .map(node -> new Agent(node.toString(), name(node), text(node, PROVDL.version)))
        .toList();
  }

  private @Nullable Code code() {
    return graph.usedAs(training, PROVDL.codeRole).stream()
        .findFirst()
        .map(
            node ->
                new Code(
                    node.toString(),
                    name(node),
                    text(node, PROVDL.commit),
                    text(node, PROVDL.branch),
                    text(node, PROVDL.remote),
                    value(node, PROVDL.dirty)))
        .orElse(null);
  }

  private List<Setting> settings() {
    return graph.instances(PROVDL.HyperparameterSetting).stream()
        .flatMap(node -> setting(node).stream())
        .toList();
  }

  private Optional<Setting> setting(Node node) {
    Node hyperparameter = graph.object(node, PROVDL.initializes).orElse(null);
    Node value = graph.object(node, PROV.value).orElse(null);
    return hyperparameter == null || value == null
        ? Optional.empty()
        : Optional.of(
            new Setting(
                node.toString(),
                name(node),
                hyperparameter.toString(),
                Values.of(value),
                graph.objects(node, PROVDL.appliesTo).stream()
                    .filter(target -> graph.isA(target, PROVDL.Layer))
                    .map(this::name)
                    .findFirst()
                    .orElse(null)));
  }

  private String adaptation(Node node) {
    String when =
        graph
            .object(node, PROVDL.duringEpoch)
            .map(epoch -> " in epoch " + Values.text(Values.of(epoch)))
            .orElse("");
    String why = graph.text(node, PROVDL.reason).map(reason -> ": " + reason).orElse("");
    return name(node) + when + why;
  }

  private SplitRecord split(Node node) {
    return new SplitRecord(
        node.toString(),
        name(node),
        value(node, PROVDL.exampleCount),
        value(node, PROVDL.shuffleSeed),
        graph.closure(node, PROV.wasDerivedFrom).stream()
            .filter(source -> graph.isA(source, PROVDL.Dataset))
            .filter(source -> graph.objects(source, PROV.wasDerivedFrom).isEmpty())
            .map(source -> new Source(source.toString(), name(source), text(source, PROVDL.sha256)))
            .sorted(Comparator.comparing(Source::iri))
            .toList());
  }

  private @Nullable Start start() {
    return graph.usedAs(training, PROVDL.initialParameters).stream()
        .findFirst()
        .map(
            node ->
                new Start(
                    node.toString(),
                    graph
                        .text(node, PROVDL.iterationCount)
                        .filter(count -> !count.matches("[+-]?0+"))
                        .isPresent()))
        .orElse(null);
  }

  private List<Metric> metrics() {
    return rows(
        "run-summaries",
        row ->
            new Metric(
                required(row, "metric"),
                required(row, "split"),
                value(row, "best"),
                value(row, "last"),
                value(row, "higherIsBetter") instanceof Boolean higher ? higher : null));
  }

  private @Nullable Object modelParameters() {
    return graph.instances(PROVDL.Model).stream()
        .flatMap(model -> graph.objects(model, PROVDL.parameterCount).stream())
        .map(Values::of)
        .findFirst()
        .orElse(null);
  }

  private List<LayerRow> layers() {
    return rows(
        "layers",
        row ->
            new LayerRow(
                value(row, "index"),
                text(row, "layer"),
                text(row, "type"),
                text(row, "activation"),
                value(row, "inputs"),
                value(row, "outputs"),
                value(row, "parameters")));
  }

  private EnvironmentRow environment(Map<String, Node> row) {
    return new EnvironmentRow(
        required(row, "part"), required(row, "name"), required(row, "value"), text(row, "unit"));
  }

  private LibraryRow library(Map<String, Node> row) {
    return new LibraryRow(required(row, "library"), text(row, "version"), text(row, "sha256"));
  }

  private PreparationRow preparation(Map<String, Node> row) {
    return new PreparationRow(required(row, "name"), text(row, "parameters"));
  }

  /** Asks the copy of the graph, so that all is of one moment. */
  private <T> List<T> rows(String query, Function<Map<String, Node>, T> reader) {
    List<T> read = new ArrayList<>();
    catalogue
        .query(query)
        .with("run", graph.run())
        .on(graph.endpoint())
        .rows()
        .forEach(row -> read.add(reader.apply(row)));
    return List.copyOf(read);
  }

  private static @Nullable Object value(Map<String, Node> row, String column) {
    Node term = row.get(column);
    return term == null ? null : Values.of(term);
  }

  private static @Nullable String text(Map<String, Node> row, String column) {
    Object value = value(row, column);
    return value == null ? null : Values.text(value);
  }

  private static String required(Map<String, Node> row, String column) {
    return Objects.requireNonNullElse(text(row, column), "");
  }
}
