package org.provdl.capture;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** What a graph says of a training that cannot be done in the same way again. */
final class Obstacles {

  private final RecordedGraph graph;
  private final Node training;
  private final List<String> found = new ArrayList<>();

  Obstacles(RecordedGraph graph, Node training) {
    this.graph = graph;
    this.training = training;
  }

  List<String> find() {
    lookAtStatus();
    lookAtIterations();
    if (!graph.instances(PROVDL.EarlyStopping).isEmpty()) {
      found.add("It was ended by early stopping, whose conditions cannot be built again.");
    }
    if (graph.instances(PROVDL.HyperparameterSetting).stream()
        .anyMatch(
            setting -> graph.text(setting, RDFS.label).filter("workers"::equals).isPresent())) {
      found.add("Several workers trained it at once, and whose update came first was chance.");
    }
    graph.instances(PROVDL.Adaptation).forEach(this::lookAtAdaptation);
    return found;
  }

  private void lookAtStatus() {
    List<Node> status = graph.objects(training, PROVDL.status);
    if (!status.contains(PROVDL.completed.asNode())) {
      found.add(
          "It is %s: only a completed run can be trained again."
              .formatted(
                  status.stream()
                      .map(Node::getLocalName)
                      .findFirst()
                      .orElse("running, or was killed")));
    }
  }

  private void lookAtIterations() {
    if (graph.instances(PROVDL.Epoch).isEmpty()) {
      found.add("It has no epochs: it was not trained by fit(iterator).");
    } else if (graph.number(training, PROVDL.iterationCount).isPresent()) {
      found.add("Some of its iterations were outside of epochs, by fit(DataSet) or fit(arrays).");
    }
  }

  private void lookAtAdaptation(Node adaptation) {
    for (Node agent : graph.objects(adaptation, PROV.wasAssociatedWith)) {
      if (!graph.agentsIn(training, PROVDL.frameworkRole).contains(agent)) {
        found.add(
            "In epoch %s, %s changed a setting, by code that is not recorded: %s."
                .formatted(
                    graph.text(adaptation, PROVDL.duringEpoch).orElse("?"),
                    graph.text(agent, RDFS.label).orElse("somebody"),
                    graph.text(adaptation, RDFS.label).orElse("?")));
      }
    }
  }
}
