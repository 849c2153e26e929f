package org.provdl.interchange;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.provdl.vocabulary.PROV;

/**
 * The properties of RDF that the attributes of PROV-DM have in PROV-O; an attribute of another
 * namespace is a property as it is.
 */
final class AttributeProperties {

  private static final Map<Node, Node> PROPERTIES =
      Map.of(
          Attribute.LABEL, RDFS.label.asNode(),
          Attribute.TYPE, RDF.type.asNode(),
          Attribute.LOCATION, PROV.atLocation.asNode(),
          Attribute.ROLE, PROV.hadRole.asNode());

  private static final Map<Node, Node> ATTRIBUTES =
      PROPERTIES.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private AttributeProperties() {}

  static Node property(Node attribute) {
    return PROPERTIES.getOrDefault(attribute, attribute);
  }

  static Node attribute(Node property) {
    return ATTRIBUTES.getOrDefault(property, property);
  }
}
