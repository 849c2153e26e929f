package org.provdl.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ParameterizedSparqlString;
import org.provdl.queries.Catalogue;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.vocabulary.PROVDL;

/** Which graphs somebody means. */
record ExportChoice(SparqlEndpoint endpoint) {

  private static final String ALL = "ALL";

  private static final String EVERY_GRAPH = "SELECT ?graph { GRAPH ?graph {} } ORDER BY ?graph";

  private static final String OF_EXPERIMENT =
      "SELECT DISTINCT ?graph { GRAPH ?graph { ?part ?partOf ?experiment . ?experiment ?label ?name } } ORDER BY ?graph";

  /**
   * The names of the graphs; an experiment goes before a run of the same name.
   *
   * @throws RuntimeException if there is none
   */
  List<Node> graphs(String what) {
    if (what.equals(ALL)) {
      return ask(new ParameterizedSparqlString(EVERY_GRAPH));
    }
    List<Node> ofExperiment = ask(ofExperiment(what));
    return ofExperiment.isEmpty()
        ? List.of(Catalogue.standard().run(what, endpoint).iri())
        : ofExperiment;
  }

  private static ParameterizedSparqlString ofExperiment(String name) {
    ParameterizedSparqlString query = new ParameterizedSparqlString(OF_EXPERIMENT);
    query.setParam("partOf", PROVDL.partOfExperiment);
    query.setIri("label", "http://www.w3.org/2000/01/rdf-schema#label");
    query.setParam("name", NodeFactory.createLiteralString(name));
    return query;
  }

  private List<Node> ask(ParameterizedSparqlString query) {
    List<Node> graphs = new ArrayList<>();
    endpoint.answer(
        query.asQuery(), rows -> rows.forEachRemaining(row -> graphs.add(row.get("graph"))));
    return graphs;
  }
}
