package org.provdl.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.vocabulary.RDFS;
import org.provdl.queries.Catalogue;
import org.provdl.queries.QueryParameterException;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.vocabulary.PROVDL;

/** Which graphs somebody means. */
record ExportChoice(SparqlEndpoint endpoint) {

  private static final String ALL = "ALL";
  private static final String EXPERIMENT = "experiment/";

  private static final String EVERY_GRAPH = "SELECT ?graph { GRAPH ?graph {} } ORDER BY ?graph";

  private static final String OF_EXPERIMENT =
      """
      SELECT DISTINCT ?graph {
        GRAPH ?graph { ?part ?partOf ?experiment . ?experiment ?label ?name }
        FILTER(STR(?experiment) = ?text || STR(?name) = ?text)
      } ORDER BY ?graph
      """;

  /**
   * The names of the graphs. A run comes before an experiment of the same name.
   *
   * @param what {@code ALL}, a run or study, the name or IRI of an experiment, or {@code
   *     experiment/} and its name
   * @throws QueryParameterException if there is none
   */
  List<Node> graphs(String what) {
    if (what.equals(ALL)) {
      return ask(new ParameterizedSparqlString(EVERY_GRAPH));
    }
    QueryParameterException noRun;
    try {
      return List.of(Catalogue.standard().run(what, endpoint).iri());
    } catch (QueryParameterException none) {
      noRun = none;
    }
    List<Node> ofExperiment =
        ask(ofExperiment(what.startsWith(EXPERIMENT) ? what.substring(EXPERIMENT.length()) : what));
    if (ofExperiment.isEmpty()) {
      throw noRun;
    }
    return ofExperiment;
  }

  private static ParameterizedSparqlString ofExperiment(String name) {
    ParameterizedSparqlString query = new ParameterizedSparqlString(OF_EXPERIMENT);
    query.setParam("partOf", PROVDL.partOfExperiment);
    query.setParam("label", RDFS.label);
    query.setLiteral("text", name);
    return query;
  }

  private List<Node> ask(ParameterizedSparqlString query) {
    List<Node> graphs = new ArrayList<>();
    endpoint.answer(
        query.asQuery(), rows -> rows.forEachRemaining(row -> graphs.add(row.get("graph"))));
    return graphs;
  }
}
