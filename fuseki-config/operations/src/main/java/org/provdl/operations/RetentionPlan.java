package org.provdl.operations;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/**
 * What a removal would remove, and what stands against it.
 *
 * @param graphs the graphs that go
 * @param quads how many quads they have
 * @param running those that have not ended
 * @param dependents graphs that stay and refer to what goes; {@value #MOST_DEPENDENTS} at most
 */
record RetentionPlan(Set<Node> graphs, long quads, List<Node> running, Set<Node> dependents) {

  static final int MOST_DEPENDENTS = 20;

  static RetentionPlan of(Choice choice, DatasetGraph dataset) {
    Set<Node> graphs = choice.graphs(dataset);
    long quads = 0;
    List<Node> running = new ArrayList<>();
    Set<Node> dependents = new LinkedHashSet<>();
    for (Node graph : graphs) {
      quads += dataset.getGraph(graph).size();
      if (isRunning(graph, PROVDL.TrainingRun.asNode(), dataset)
          || isRunning(graph, PROVDL.Study.asNode(), dataset)) {
        running.add(graph);
      }
      addDependents(graph, graphs, dataset, dependents);
    }
    return new RetentionPlan(graphs, quads, running, dependents);
  }

  private static boolean isRunning(Node graph, Node type, DatasetGraph dataset) {
    Iterator<Quad> activities = dataset.find(graph, Node.ANY, RDF.type.asNode(), type);
    boolean running = false;
    while (activities.hasNext()) {
      Node activity = activities.next().getSubject();
      running |= !dataset.contains(graph, activity, PROVDL.status.asNode(), Node.ANY);
    }
    return running;
  }

  private static void addDependents(
      Node graph, Set<Node> going, DatasetGraph dataset, Set<Node> dependents) {
    Set<Node> own = new LinkedHashSet<>();
    dataset
        .find(graph, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(
            quad -> {
              if (isOwn(quad)) {
                own.add(quad.getSubject());
              }
            });
    own.forEach(
        thing ->
            dataset
                .find(Node.ANY, Node.ANY, Node.ANY, thing)
                .forEachRemaining(
                    quad -> {
                      if (dependents.size() < MOST_DEPENDENTS
                          && !going.contains(quad.getGraph())
                          && !quad.getPredicate().equals(RDF.type.asNode())
                          && !isMadeIn(quad.getGraph(), thing, dataset)) {
                        dependents.add(quad.getGraph());
                      }
                    }));
  }

  /** What this graph alone tells of: its parts, and what it has made of what runs share. */
  private static boolean isOwn(Quad quad) {
    String graph = quad.getGraph().getURI();
    String subject = quad.getSubject().getURI();
    return subject.equals(graph)
        || subject.startsWith(graph + "#")
        || isMaking(quad.getPredicate());
  }

  private static boolean isMaking(Node predicate) {
    return predicate.equals(PROV.wasGeneratedBy.asNode())
        || predicate.equals(PROV.wasDerivedFrom.asNode());
  }

  /** Whether another graph tells where a thing is from as well. */
  private static boolean isMadeIn(Node graph, Node thing, DatasetGraph dataset) {
    return dataset.contains(graph, thing, PROV.wasGeneratedBy.asNode(), Node.ANY)
        || dataset.contains(graph, thing, PROV.wasDerivedFrom.asNode(), Node.ANY);
  }
}
