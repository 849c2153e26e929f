package org.provdl.packages;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.vocabulary.PROV;

/**
 * The graph of a run as it was at one moment, in memory. Answers are in a fixed order.
 *
 * @param dataset holds that graph alone
 * @param run its name
 */
record RunGraph(DatasetGraph dataset, Node run) {

  /** How many statements a run may have; a thousand epochs have some fifty thousand. */
  static final int MOST_STATEMENTS = 2_000_000;

  private static final Var RUN = Var.alloc("run");
  private static final Query STATEMENTS =
      QueryFactory.create(
          "SELECT ?subject ?property ?value WHERE { GRAPH ?run { ?subject ?property ?value } } LIMIT "
              + (MOST_STATEMENTS + 1));

  private static final Comparator<Node> ORDER = Comparator.comparing(Node::toString);

  static RunGraph fetch(Node run, SparqlEndpoint endpoint) {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    endpoint.answer(
        QueryTransformOps.replaceVars(STATEMENTS, Map.of(RUN, run)),
        rows -> Txn.executeWrite(dataset, () -> copy(rows, run, dataset)));
    return new RunGraph(dataset, run);
  }

  private static void copy(RowSet rows, Node run, DatasetGraph dataset) {
    rows.forEachRemaining(
        row -> {
          if (rows.getRowNumber() > MOST_STATEMENTS) {
            throw new PackageException(
                "%s has more than %,d statements, which is more than a package takes"
                    .formatted(run, MOST_STATEMENTS));
          }
          dataset.add(run, row.get("subject"), row.get("property"), row.get("value"));
        });
  }

  SparqlEndpoint endpoint() {
    return SparqlEndpoint.local(dataset);
  }

  List<Node> instances(Resource type) {
    return find(Node.ANY, RDF.type.asNode(), type.asNode()).stream()
        .map(Quad::getSubject)
        .sorted(ORDER)
        .toList();
  }

  boolean isA(Node node, Resource type) {
    return !find(node, RDF.type.asNode(), type.asNode()).isEmpty();
  }

  List<Node> objects(Node subject, Property property) {
    return find(subject, property.asNode(), Node.ANY).stream()
        .map(Quad::getObject)
        .distinct()
        .sorted(ORDER)
        .toList();
  }

  Optional<Node> object(Node subject, Property property) {
    return objects(subject, property).stream().findFirst();
  }

  /** The text of the first literal. */
  Optional<String> text(Node subject, Property property) {
    return objects(subject, property).stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .findFirst();
  }

  /** What an activity used in a role. */
  List<Node> usedAs(Node activity, Resource role) {
    return inRole(objects(activity, PROV.qualifiedUsage), role, PROV.entity);
  }

  /** The agents that an activity was associated with in a role. */
  List<Node> agentsIn(Node activity, Resource role) {
    return inRole(objects(activity, PROV.qualifiedAssociation), role, PROV.agent);
  }

  private List<Node> inRole(List<Node> influences, Resource role, Property of) {
    return influences.stream()
        .filter(influence -> objects(influence, PROV.hadRole).contains(role.asNode()))
        .flatMap(influence -> objects(influence, of).stream())
        .distinct()
        .toList();
  }

  /** All that a property leads to, near and far. */
  Set<Node> closure(Node subject, Property property) {
    Set<Node> reached = new LinkedHashSet<>(objects(subject, property));
    List<Node> last = List.copyOf(reached);
    while (!last.isEmpty()) {
      last =
          last.stream()
              .flatMap(node -> objects(node, property).stream())
              .filter(reached::add)
              .toList();
    }
    return reached;
  }

  private List<Quad> find(Node subject, Node property, Node object) {
    return Txn.calculateRead(
        dataset, () -> dataset.stream(run, subject, property, object).toList());
  }
}
