package org.provdl.store;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.datatypes.xsd.impl.XSDBaseNumericType;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * Quads that can be written as they are: nothing about them can fail once a transaction has begun.
 */
record Batch(List<Quad> quads) implements Change {

  /**
   * Copies and checks quads.
   *
   * @throws IllegalArgumentException if one is not an IRI, an IRI and an IRI or a literal, in a
   *     named graph
   */
  static Batch of(Collection<Quad> quads) {
    List<Quad> copy = List.copyOf(quads);
    copy.forEach(Batch::check);
    return new Batch(copy);
  }

  @Override
  public int size() {
    return quads.size();
  }

  @Override
  public int growth() {
    return size();
  }

  @Override
  public void applyTo(DatasetGraph dataset) {
    new IndexedInsertion(dataset).add(quads);
  }

  private static void check(Quad quad) {
    Node graph = quad.getGraph();
    require(
        graph != null && graph.isURI() && !Quad.isDefaultGraph(graph) && !Quad.isUnionGraph(graph),
        "its graph is not named by an IRI; put it in the graph of a run",
        quad);
    requireIri(quad.getSubject(), "subject", quad);
    requireIri(quad.getPredicate(), "predicate", quad);
    Node object = quad.getObject();
    if (object == null || !object.isLiteral()) {
      requireIri(object, "object", quad);
    } else {
      require(
          !isCutOff(object),
          "its number has more than 64 bits, and TDB2 would cut it off; write it as xsd:decimal",
          quad);
    }
  }

  private static boolean isCutOff(Node literal) {
    return literal.getLiteralDatatype() instanceof XSDBaseNumericType type
        && !type.equals(XSDDatatype.XSDdecimal)
        && literal.getLiteral().isWellFormed()
        && literal.getLiteralValue() instanceof BigInteger number
        && number.bitLength() >= Long.SIZE;
  }

  private static void requireIri(@Nullable Node node, String role, Quad quad) {
    require(
        node == null || !node.isBlank(),
        "its " + role + " is a blank node; name it with an IRI",
        quad);
    require(node != null && node.isURI(), "its " + role + " is not an IRI", quad);
  }

  private static void require(boolean holds, String problem, Quad quad) {
    if (!holds) {
      throw new IllegalArgumentException("Cannot store the quad " + quad + ": " + problem + ".");
    }
  }
}
