package org.provdl.capture;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/**
 * The IRIs of hyperparameters and metrics: the ontology's where it knows the name, else the user's
 * own under the base. A metric is described in the run's graph, so that a query knows which way is
 * better.
 */
final class Terms {

  private final Map<String, Resource> hyperparameters = new HashMap<>();
  private final Map<String, Resource> metrics = new HashMap<>();

  Terms(Model ontology) {
    PROVDL.HYPERPARAMETERS.forEach(term -> hyperparameters.put(term.getLocalName(), term));
    PROVDL.METRICS.forEach(term -> metrics.put(term.getLocalName(), term.inModel(ontology)));
  }

  Node hyperparameter(String name, RunGraph graph) {
    Resource known = hyperparameters.get(name);
    if (known != null) {
      return known.asNode();
    }
    Node own = graph.shared("hyperparameter", name);
    if (graph.isNew(own)) {
      graph.describe(own, PROVDL.Hyperparameter, PROV.Entity).label(name);
    }
    return own;
  }

  /** Of a metric that does not say, one goes by the greater value, as the queries do. */
  boolean isBetterWhenHigher(String metric) {
    Resource known = metrics.get(metric);
    Statement better = known == null ? null : known.getProperty(PROVDL.higherIsBetter);
    return better == null || better.getBoolean();
  }

  Node metric(String name, RunGraph graph) {
    Resource known = metrics.get(name);
    Node metric = known == null ? graph.shared("metric", name) : known.asNode();
    if (graph.isNew(metric)) {
      Description description = graph.describe(metric, PROVDL.Metric, PROV.Entity).label(name);
      Statement better = known == null ? null : known.getProperty(PROVDL.higherIsBetter);
      if (better != null) {
        description.with(PROVDL.higherIsBetter, better.getBoolean());
      }
    }
    return metric;
  }
}
