package org.provdl.capture;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/**
 * Maps the parameters that a run starts from and those that it reaches, which runs share: through
 * them lineage crosses runs.
 *
 * <p>Along every derivation from parameters to parameters the count of updates falls, so no circle
 * can come about, whichever runs come together, though values may come back.
 */
final class ParametersMapping {

  private final RunGraph graph;
  private final List<Node> origins = new ArrayList<>();
  private @Nullable Parameters initial;

  ParametersMapping(RunGraph graph) {
    this.graph = graph;
  }

  void map(Event.ModelInitialized event) {
    if (initial == null) {
      initial = event.parameters();
      use(event.parameters());
    }
  }

  /** Makes the parameters of another model an origin, where anything of them was kept. */
  void transfer(Transfer transfer) {
    Node original = iri(transfer.original());
    if (original != null) {
      describe(original, transfer.original());
      graph.use(
          graph.training(), original, PROVDL.originalModel, graph.part("usage", "originalModel"));
      if (transfer.keepsAnything()) {
        origins.add(original);
      }
    }
  }

  /** Makes a file of another framework the origin of the parameters that the run starts from. */
  void importFrom(Node file) {
    graph.use(graph.training(), file, PROVDL.originalModel, graph.part("usage", "importedModel"));
    Node start = initial == null ? null : iri(initial);
    if (start == null) {
      origins.add(file);
    } else {
      graph.add(start, PROV.wasDerivedFrom, file);
    }
  }

  /** Says what a state of this run, just generated, derives from. */
  void deriveFromOrigins(Node state) {
    origins.forEach(origin -> graph.add(state, PROV.wasDerivedFrom, origin));
  }

  /** Says that a state of this run has reached parameters, from which any run may go on. */
  void reach(Parameters reached, Node state) {
    Node entity = iri(reached);
    if (entity != null && isTrained(reached) && graph.isNew(entity)) {
      describe(entity, reached).with(PROV.wasDerivedFrom, state);
    }
  }

  private boolean isTrained(Parameters reached) {
    Long now = reached.iterationCount();
    Long before = initial == null ? null : initial.iterationCount();
    return now != null && (before == null || now > before);
  }

  private void use(Parameters parameters) {
    Node entity = iri(parameters);
    if (entity != null) {
      describe(entity, parameters);
      graph.isNew(entity);
      graph.use(
          graph.training(),
          entity,
          PROVDL.initialParameters,
          graph.part("usage", "initialParameters"));
      origins.add(entity);
    }
  }

  private Description describe(Node entity, Parameters parameters) {
    return graph
        .describe(entity, PROVDL.Parameters, PROV.Entity)
        .with(PROVDL.parametersSha256, parameters.sha256())
        .with(PROVDL.iterationCount, parameters.iterationCount());
  }

  private @Nullable Node iri(Parameters parameters) {
    Long iterations = parameters.iterationCount();
    return iterations == null
        ? null
        : graph.shared("parameters", "sha256-" + parameters.sha256() + "-" + iterations);
  }
}
