package org.provdl.capture;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.provdl.vocabulary.PROV;

/** The named graph of a run, to be asked for single facts. Answers are in a fixed order. */
final class RecordedGraph {

  private static final Comparator<Node> ORDER = Comparator.comparing(Node::toString);

  private final DatasetGraph dataset;
  private final Node name;

  private RecordedGraph(DatasetGraph dataset, Node name) {
    this.dataset = dataset;
    this.name = name;
  }

  static RecordedGraph of(DatasetGraph dataset, String iri) {
    return new RecordedGraph(dataset, NodeFactory.createURI(iri));
  }

  List<Node> instances(Resource type) {
    return dataset.stream(name, Node.ANY, RDF.type.asNode(), type.asNode())
        .map(quad -> quad.getSubject())
        .sorted(ORDER)
        .toList();
  }

  boolean isA(Node node, Resource type) {
    return dataset.contains(name, node, RDF.type.asNode(), type.asNode());
  }

  List<Node> objects(Node subject, Property property) {
    return dataset.stream(name, subject, property.asNode(), Node.ANY)
        .map(quad -> quad.getObject())
        .sorted(ORDER)
        .toList();
  }

  /** What an activity used in a role. */
  List<Node> usedAs(Node activity, Resource role) {
    return objects(activity, PROV.qualifiedUsage).stream()
        .filter(usage -> objects(usage, PROV.hadRole).contains(role.asNode()))
        .flatMap(usage -> objects(usage, PROV.entity).stream())
        .toList();
  }

  /** The agents that an activity was associated with in a role. */
  List<Node> agentsIn(Node activity, Resource role) {
    return objects(activity, PROV.qualifiedAssociation).stream()
        .filter(association -> objects(association, PROV.hadRole).contains(role.asNode()))
        .flatMap(association -> objects(association, PROV.agent).stream())
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

  /** The text of the first literal. */
  Optional<String> text(Node subject, Property property) {
    return objects(subject, property).stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .findFirst();
  }

  Optional<Long> number(Node subject, Property property) {
    return text(subject, property).filter(text -> text.matches("-?[0-9]{1,18}")).map(Long::valueOf);
  }

  /** A number as XML Schema writes it; a text that is none stays one. */
  static Object asDouble(String text) {
    try {
      return Double.valueOf(text.replace("INF", "Infinity"));
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
