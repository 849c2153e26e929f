package org.provdl.interchange;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.provdl.vocabulary.PROV;

/**
 * An attribute of a statement (PROV-DM section 5.7).
 *
 * @param name its IRI; of those that PROV-DM knows, one of the constants
 * @param value a literal, or the IRI that a qualified name stands for
 */
public record Attribute(Node name, Node value) {

  /** {@code prov:label}: a name for people. */
  public static final Node LABEL = NodeFactory.createURI(PROV.NS + "label");

  /** {@code prov:type}: a class, or a literal in its place. */
  public static final Node TYPE = NodeFactory.createURI(PROV.NS + "type");

  /** {@code prov:location}. */
  public static final Node LOCATION = NodeFactory.createURI(PROV.NS + "location");

  /** {@code prov:role}: the function that an entity or agent has in an activity. */
  public static final Node ROLE = NodeFactory.createURI(PROV.NS + "role");

  /** {@code prov:value}: what an entity represents directly. */
  public static final Node VALUE = NodeFactory.createURI(PROV.NS + "value");
}
