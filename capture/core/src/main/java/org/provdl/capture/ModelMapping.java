package org.provdl.capture;

import java.time.Instant;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/**
 * Maps the network: its configuration and layers, and each state that it reached, which is an
 * entity of its own.
 */
final class ModelMapping {

  private static final int SHOWN_DIGITS = 16;

  private final RunGraph graph;
  private final AgentMapping agents;
  private final DataMapping data;
  private final ParametersMapping parameters;
  private final Progress progress;

  ModelMapping(
      RunGraph graph,
      AgentMapping agents,
      DataMapping data,
      ParametersMapping parameters,
      Progress progress) {
    this.graph = graph;
    this.agents = agents;
    this.data = data;
    this.parameters = parameters;
    this.progress = progress;
  }

  /** The model as such, which has many states. */
  Node model() {
    return graph.part("model");
  }

  void map(Event.ModelConfigured event) {
    Node configuration = graph.part("configuration");
    Description description =
        graph
            .describe(configuration, PROVDL.ModelConfiguration, PROV.Plan, PROV.Entity)
            .with(PROV.value, event.json())
            .with(PROVDL.sha256, Sha256.of(event.json()));
    graph.add(model(), PROVDL.parameterCount, Literals.of(event.parameterCount()));
    agents.follows(configuration);
    List<Layer> layers = event.layers();
    for (int index = 0; index < layers.size(); index++) {
      description.with(PROVDL.hasLayer, map(index, layers.get(index)));
    }
  }

  private Node map(int index, Layer layer) {
    Description description =
        graph
            .describe(graph.part("layer", index), PROVDL.Layer, PROV.Entity)
            .label(layer.name())
            .with(PROVDL.index, (long) index)
            .with(PROVDL.layerType, layer.type())
            .with(PROVDL.parameterCount, layer.parameterCount())
            .with(PROVDL.inputSize, layer.inputSize())
            .with(PROVDL.outputSize, layer.outputSize())
            .with(PROVDL.activationFunction, layer.activationFunction());
    layer.inputs().forEach(input -> description.with(PROVDL.hasInput, graph.part("layer", input)));
    return description.node();
  }

  void map(Event.ModelReached event) {
    Moment moment = event.moment() == null ? now(event.time()) : event.moment();
    Node state = state(event.parameters(), moment);
    if (event.trained()) {
      graph.describe(state, PROVDL.TrainedModel);
    }
    Artifact file = event.file();
    if (file != null) {
      Node saved = data.artifact(file);
      if (graph.isNew(saved)) {
        generate(saved, event.parametersSha256(), moment)
            .label(file.name())
            .with(PROVDL.sha256, file.sha256())
            .with(PROVDL.location, file.location())
            .with(PROVDL.sizeInBytes, file.sizeInBytes())
            .with(PROV.wasDerivedFrom, state);
        if (event.trained()) {
          graph.describe(saved, PROVDL.TrainedModel);
        }
      }
    }
  }

  void map(Event.FileWritten event) {
    Artifact file = event.file();
    Node saved = data.artifact(file);
    if (!graph.isNew(saved)) {
      return;
    }
    Description description =
        event.model()
            ? generate(saved, null, now(event.time())).with(RDF.type, PROVDL.TrainedModel)
            : graph
                .describe(saved, PROVDL.OutputFile, PROV.Entity)
                .with(PROV.wasGeneratedBy, graph.training())
                .with(PROV.generatedAtTime, event.time());
    description
        .label(file.name())
        .with(PROVDL.sha256, file.sha256())
        .with(PROVDL.location, file.location())
        .with(PROVDL.sizeInBytes, file.sizeInBytes());
    if (event.model()) {
      data.derivesFromTrainingData(saved);
    }
  }

  /** The entity of a state of the parameters, generated when it is first met. */
  Node state(Parameters reached, Instant time) {
    return state(reached, now(time));
  }

  private Node state(Parameters reached, Moment moment) {
    String sha256 = reached.sha256();
    Node state = graph.part("model", sha256.substring(0, Math.min(SHOWN_DIGITS, sha256.length())));
    if (graph.isNew(state)) {
      data.derivesFromTrainingData(generate(state, sha256, moment).node());
      parameters.deriveFromOrigins(state);
    }
    parameters.reach(reached, state);
    return state;
  }

  private Moment now(Instant time) {
    return new Moment(time, progress.epoch, progress.iteration);
  }

  private Description generate(Node state, @Nullable String parametersSha256, Moment moment) {
    Description description =
        graph
            .describe(state, PROVDL.Checkpoint, PROV.Entity)
            .with(PROV.specializationOf, model())
            .with(PROV.wasGeneratedBy, graph.training())
            .with(PROV.generatedAtTime, moment.time())
            .with(PROVDL.parametersSha256, parametersSha256);
    if (moment.epoch() > 0) {
      description.with(PROVDL.epoch, graph.part("epoch", moment.epoch()));
    }
    return moment.iteration() == 0
        ? description
        : description.with(PROVDL.iteration, moment.iteration());
  }
}
