package org.provdl.interchange;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Passes on what JSON-LD and RDF/XML can hold. Their readers and writers know the grammar of IRIs,
 * where those of the other syntaxes take nearly every character; and a predicate of RDF/XML is the
 * name of an element.
 */
class StrictTerms extends StreamRDFWrapper {

  private final boolean xml;
  private final Losses losses;
  private final Map<Node, Boolean> elements = new HashMap<>();

  StrictTerms(StreamRDF stream, RDFFormat format, Losses losses) {
    super(stream);
    this.xml = RDFLanguages.RDFXML.equals(format.getLang());
    this.losses = losses;
  }

  @Override
  public void triple(Triple triple) {
    Node predicate = iri(triple.getPredicate());
    if (xml && !elements.computeIfAbsent(predicate, StrictTerms::canBeElement)) {
      losses.add(triple.toString(), "the predicate cannot be the name of an element");
      return;
    }
    super.triple(Triple.create(iri(triple.getSubject()), predicate, iri(triple.getObject())));
  }

  @Override
  public void quad(Quad quad) {
    super.quad(
        Quad.create(
            iri(quad.getGraph()),
            iri(quad.getSubject()),
            iri(quad.getPredicate()),
            iri(quad.getObject())));
  }

  /** Asks the writer itself, which knows names of elements by an edition of XML of its own. */
  private static boolean canBeElement(Node predicate) {
    Graph one = GraphFactory.createDefaultGraph();
    one.add(predicate, predicate, predicate);
    try {
      RDFWriter.source(one).format(RDFFormat.RDFXML_PLAIN).output(OutputStream.nullOutputStream());
      return true;
    } catch (JenaException e) {
      return false;
    }
  }

  private Node iri(Node node) {
    if (!node.isURI() || isIri(node.getURI())) {
      return node;
    }
    Node escaped = NodeFactory.createURI(SpecialNames.escaped(node.getURI()));
    losses.add(node.getURI(), "is no IRI (RFC 3987), so it is written as " + escaped);
    return escaped;
  }

  private static boolean isIri(String iri) {
    if (iri.indexOf('[') >= 0 || iri.indexOf(']') >= 0) {
      return false;
    }
    try {
      IRIx.create(iri);
      return true;
    } catch (IRIException e) {
      return false;
    }
  }
}
