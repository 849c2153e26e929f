package org.provdl.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Reads a run out of its named graph, and the files of its initial parameters out of all. */
final class RecordedRunReader {

  private final DatasetGraph dataset;
  private final RecordedGraph graph;
  private final String iri;
  private final Node training;

  RecordedRunReader(DatasetGraph dataset, String iri) {
    this.dataset = dataset;
    this.iri = iri;
    graph = RecordedGraph.of(dataset, iri);
    training =
        graph.instances(PROVDL.TrainingRun).stream()
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("There is no run %s here.".formatted(iri)));
  }

  RecordedRun read() {
    Parameters initial = initial();
    RecordedResults results = new RecordedResults(graph);
    RecordedEnvironment environment = new RecordedEnvironment(graph, training);
    return new RecordedRun(
        iri,
        graph.text(training, RDFS.label).orElse("training"),
        experiment(),
        framework(),
        configuration(),
        initial,
        initial == null ? List.of() : modelFiles(initial.sha256()),
        graph.text(training, PROVDL.randomGeneratorState).orElse(null),
        results.endedEpochs().size(),
        new RecordedSplits(graph).read(),
        results.evaluations(),
        results.trained(),
        environment.facts(),
        environment.libraries(),
        results.measurements(),
        new Obstacles(graph, training).find());
  }

  private @Nullable String experiment() {
    return graph.objects(training, PROVDL.partOfExperiment).stream()
        .flatMap(experiment -> graph.text(experiment, RDFS.label).stream())
        .findFirst()
        .orElse(null);
  }

  private @Nullable String framework() {
    return graph.agentsIn(training, PROVDL.frameworkRole).stream()
        .flatMap(agent -> graph.text(agent, RDFS.label).stream())
        .findFirst()
        .orElse(null);
  }

  private @Nullable String configuration() {
    return graph.instances(PROVDL.ModelConfiguration).stream()
        .flatMap(configuration -> graph.text(configuration, PROV.value).stream())
        .findFirst()
        .orElse(null);
  }

  private @Nullable Parameters initial() {
    return graph.usedAs(training, PROVDL.initialParameters).stream()
        .flatMap(parameters -> parameters(parameters).stream())
        .findFirst()
        .orElse(null);
  }

  private Optional<Parameters> parameters(Node node) {
    Long iterations = graph.number(node, PROVDL.iterationCount).orElse(null);
    return graph
        .text(node, PROVDL.parametersSha256)
        .map(sha256 -> new Parameters(sha256, iterations));
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
    Node file = quad.getSubject();
    String location = other.text(file, PROVDL.location).orElse(null);
    String sha256 = other.text(file, PROVDL.sha256).orElse(null);
    return location == null || sha256 == null
        ? Optional.empty()
        : Optional.of(
            new Artifact(
                other.text(file, RDFS.label).orElse(location),
                location,
                sha256,
                other.number(file, PROVDL.sizeInBytes).orElse(0L)));
  }
}
