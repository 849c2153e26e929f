package org.provdl.plot;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.provdl.queries.Catalogue;
import org.provdl.queries.SparqlEndpoint;

/**
 * What runs started with.
 *
 * @param name of the hyperparameter
 * @param values by run; a run that did not have it is not there
 */
record Settings(String name, Map<Node, Value> values) {

  private record Row(Node run, Node value) {}

  static Settings of(
      String hyperparameter, String experiment, Catalogue catalogue, SparqlEndpoint endpoint) {
    Map<Node, Value> values = new HashMap<>();
    catalogue
        .query("setting-by-run")
        .with("hyperparameter", hyperparameter)
        .with("experiment", experiment)
        .on(endpoint, Row.class)
        .forEach(row -> values.putIfAbsent(row.run(), Value.of(row.value())));
    return new Settings(Names.last(hyperparameter), values);
  }
}
