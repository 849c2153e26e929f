package org.provdl.cli;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.sparql.graph.GraphFactory;
import org.provdl.queries.Catalogue;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.trackers.RunImport;

/** What a store has of runs that were imported before. */
record ImportedRuns(SparqlEndpoint endpoint) implements RunImport.Earlier {

  @Override
  public Set<String> importsOf(String run) {
    return Catalogue.standard()
        .query("imported-runs")
        .with("run", NodeFactory.createURI(run))
        .on(endpoint)
        .rows()
        .stream()
        .map(row -> row.get("import"))
        .filter(Node::isURI)
        .map(Node::getURI)
        .collect(Collectors.toSet());
  }

  @Override
  public Graph graph(String run) {
    ParameterizedSparqlString query =
        new ParameterizedSparqlString("SELECT ?s ?p ?o { GRAPH ?run { ?s ?p ?o } }");
    query.setIri("run", run);
    Graph graph = GraphFactory.createDefaultGraph();
    endpoint.answer(
        query.asQuery(),
        rows -> rows.forEachRemaining(row -> graph.add(row.get("s"), row.get("p"), row.get("o"))));
    return graph;
  }
}
