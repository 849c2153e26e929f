package org.provdl.capture;

import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Resource;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Maps what a model was made from before its training: another model, or another framework's. */
final class OriginMapping {

  private final RunGraph graph;
  private final AgentMapping agents;
  private final DataMapping data;
  private final ParametersMapping parameters;

  OriginMapping(
      RunGraph graph, AgentMapping agents, DataMapping data, ParametersMapping parameters) {
    this.graph = graph;
    this.agents = agents;
    this.data = data;
    this.parameters = parameters;
  }

  void map(Event.ModelTransferred event) {
    Transfer transfer = event.transfer();
    parameters.transfer(transfer);
    for (Transfer.TransferredLayer layer : transfer.layers()) {
      new Description(graph, graph.part("layer", layer.index()))
          .with(PROVDL.transferStatus, status(layer.status()))
          .with(PROVDL.isFrozen, layer.frozen());
    }
    transfer
        .removedLayers()
        .forEach(
            name ->
                graph.add(graph.part("model"), PROVDL.removedLayer, Literals.of((Object) name)));
  }

  void map(Event.ModelImported event) {
    ImportedModel model = event.model();
    Artifact file = model.file();
    Framework framework = model.framework();
    Node imported = data.artifact(file);
    Description description =
        graph
            .describe(imported, PROVDL.ImportedModel, PROV.Entity)
            .label(file.name())
            .with(PROVDL.sha256, file.sha256())
            .with(PROVDL.location, file.location())
            .with(PROVDL.sizeInBytes, file.sizeInBytes());
    if (framework != null) {
      description
          .with(PROVDL.backend, framework.backend())
          .with(PROV.wasAttributedTo, agents.software(framework.name(), framework.version()));
    }
    String configuration = model.configuration();
    if (configuration != null) {
      Node plan =
          graph
              .describe(
                  graph.part("imported", "configuration"),
                  PROVDL.ModelConfiguration,
                  PROV.Plan,
                  PROV.Entity)
              .with(PROV.value, configuration)
              .with(PROVDL.sha256, Sha256.of(configuration))
              .with(PROV.wasDerivedFrom, imported)
              .node();
      graph.add(graph.part("configuration"), PROV.wasDerivedFrom, plan);
    }
    graph.isNew(imported); // no state of this run is its origin, should it be saved there
    parameters.importFrom(imported);
  }

  private static Resource status(Transfer.Status status) {
    return switch (status) {
      case KEPT -> PROVDL.kept;
      case REPLACED -> PROVDL.replaced;
      case ADDED -> PROVDL.added;
    };
  }
}
