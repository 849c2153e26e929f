package org.provdl.capture;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Maps what only a run has that another program recorded. */
final class ImportMapping {

  private final RunGraph graph;
  private final Map<String, Integer> tags = new HashMap<>();

  ImportMapping(RunGraph graph) {
    this.graph = graph;
  }

  void map(Event.RunImported event) {
    graph.addAll(event.record().describe(graph.iri(), graph.base()));
  }

  void map(Event.RunNested event) {
    Node whole = NodeFactory.createURI(event.training());
    graph.describe(whole, PROV.Activity);
    graph.add(graph.training(), DCTerms.isPartOf, whole);
  }

  void map(Event.TagGiven event) {
    int number = tags.merge(event.name(), 1, Integer::sum);
    Node tag =
        number == 1 ? graph.part("tag", event.name()) : graph.part("tag", event.name(), number);
    graph
        .describe(tag, PROVDL.Tag, PROV.Entity)
        .label(event.name())
        .with(PROV.value, event.value());
    graph.add(graph.document(), PROVDL.hasTag, tag);
  }
}
