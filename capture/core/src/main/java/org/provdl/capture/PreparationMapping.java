package org.provdl.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/**
 * Maps the steps that made the data. What a step gives for a split is an entity of its own, for an
 * entity is generated only once; the split itself is derived from it.
 */
final class PreparationMapping {

  /** What the steps so far have made of the data of one split. */
  private static final class Chain {
    /** Steps before which there was none, and which named no file that went in. */
    final List<Outcome> first = new ArrayList<>();

    final List<Node> last = new ArrayList<>();
  }

  private record Outcome(Node step, Node data) {}

  private final RunGraph graph;
  private final DataMapping data;
  private final Map<Split, Chain> chains = new HashMap<>();
  private int steps;

  PreparationMapping(RunGraph graph, DataMapping data) {
    this.graph = graph;
    this.data = data;
  }

  void map(Event.DataPrepared event) {
    Preparation preparation = event.preparation();
    steps++;
    Node step = graph.part("preparation", steps);
    Description described =
        graph
            .describe(step, PROVDL.DataPreparation, PROV.Activity)
            .label(preparation.name())
            .with(PROVDL.index, (long) steps);
    parameters(preparation, described);
    Set<Node> inputs = new LinkedHashSet<>();
    preparation.inputs().forEach(input -> inputs.add(data.dataset(input)));
    inputs.forEach(input -> described.with(PROV.used, input));
    preparation.splits().stream()
        .sorted()
        .forEach(split -> outcome(step, preparation.name(), split, inputs));
    preparation.files().forEach(file -> written(step, file, inputs));
  }

  /** A source that is named after the step that used it, for its hash takes time. */
  void map(Event.SourceNamed event) {
    sourced(event.split(), data.dataset(event.source()));
  }

  void map(Event.SourceLocated event) {
    sourced(event.split(), data.located(event.location()));
  }

  private void sourced(Split split, Node source) {
    for (Outcome first : chain(split).first) {
      uses(first.step(), first.data(), source);
    }
  }

  private void outcome(Node step, String name, Split split, Set<Node> inputs) {
    Chain chain = chain(split);
    Node outcome = graph.part("preparation", steps, data.name(split));
    graph
        .describe(outcome, PROVDL.Dataset, PROV.Collection, PROV.Entity)
        .label(data.name(split) + " after " + name)
        .with(PROV.wasGeneratedBy, step);
    inputs.forEach(input -> graph.add(outcome, PROV.wasDerivedFrom, input));
    if (inputs.isEmpty()) {
      if (chain.last.isEmpty()) {
        chain.first.add(new Outcome(step, outcome));
        data.sources(split).forEach(source -> uses(step, outcome, source));
      } else {
        chain.last.forEach(before -> uses(step, outcome, before));
      }
    }
    chain.last.clear();
    chain.last.add(outcome);
    graph.add(data.split(split), PROV.wasDerivedFrom, outcome);
  }

  private void written(Node step, Artifact file, Set<Node> inputs) {
    Node written = data.dataset(file);
    if (!inputs.contains(written) && data.isGeneratedNow(written)) {
      graph.add(written, PROV.wasGeneratedBy, step);
      inputs.forEach(input -> graph.add(written, PROV.wasDerivedFrom, input));
    }
  }

  private void uses(Node step, Node outcome, Node input) {
    graph.add(step, PROV.used, input);
    graph.add(outcome, PROV.wasDerivedFrom, input);
  }

  private void parameters(Preparation preparation, Description step) {
    Map<String, Integer> seen = new HashMap<>();
    for (Preparation.Parameter parameter : preparation.parameters()) {
      int number = seen.merge(parameter.name(), 1, Integer::sum);
      Node node =
          number == 1
              ? graph.part("preparation", steps, "parameter", parameter.name())
              : graph.part("preparation", steps, "parameter", parameter.name(), number);
      graph
          .describe(node, PROVDL.PreparationParameter, PROV.Entity)
          .label(parameter.name())
          .with(PROV.value, Literals.of(parameter.value()));
      step.with(PROV.used, node);
    }
  }

  private Chain chain(Split split) {
    return chains.computeIfAbsent(split, any -> new Chain());
  }
}
