package org.provdl.capture;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/**
 * Maps what a run repeats, and what is needed to repeat it. A reproduction used the record of the
 * earlier run, which is an entity, and its own record derives from it; of what the earlier training
 * generated, it used nothing.
 */
final class ReproductionMapping {

  private final RunGraph graph;

  ReproductionMapping(RunGraph graph) {
    this.graph = graph;
  }

  void map(Event.RunReproduced event) {
    Node recorded = NodeFactory.createURI(event.run());
    graph.describe(recorded, PROV.Bundle, PROV.Entity);
    new Description(graph, graph.training())
        .with(PROVDL.reproduces, recorded)
        .with(PROV.used, recorded);
    graph.add(graph.document(), PROV.wasDerivedFrom, recorded);
  }

  void map(Event.GeneratorFound event) {
    new Description(graph, graph.training()).with(PROVDL.randomGeneratorState, event.state());
  }
}
