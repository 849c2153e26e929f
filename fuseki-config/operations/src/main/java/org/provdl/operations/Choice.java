package org.provdl.operations;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.provdl.vocabulary.PROVDL;

/** Which graphs of a store are meant. */
public sealed interface Choice {

  /**
   * All runs and studies of an experiment.
   *
   * @param name the name of the experiment, to the letter
   */
  record Experiment(String name) implements Choice {

    @Override
    public Set<Node> graphs(DatasetGraph dataset) {
      Set<Node> graphs = new LinkedHashSet<>();
      dataset
          .find(Node.ANY, Node.ANY, RDFS.label.asNode(), NodeFactory.createLiteralString(name))
          .forEachRemaining(named -> addGraphs(named, dataset, graphs));
      return graphs;
    }

    private static void addGraphs(Quad named, DatasetGraph dataset, Set<Node> graphs) {
      dataset
          .find(named.getGraph(), Node.ANY, PROVDL.partOfExperiment.asNode(), named.getSubject())
          .forEachRemaining(member -> graphs.add(member.getGraph()));
    }

    @Override
    public String toString() {
      return "the experiment " + name;
    }
  }

  /**
   * One run or study.
   *
   * @param iri its IRI
   */
  record Run(String iri) implements Choice {

    @Override
    public Set<Node> graphs(DatasetGraph dataset) {
      Node graph = NodeFactory.createURI(iri);
      return dataset.containsGraph(graph) ? Set.of(graph) : Set.of();
    }

    @Override
    public String toString() {
      return "the run " + iri;
    }
  }

  /**
   * Finds them.
   *
   * @param dataset the dataset of a question
   * @return their names, none where there are no such
   */
  Set<Node> graphs(DatasetGraph dataset);
}
