package org.provdl.interchange;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

/**
 * Passes on what JSON-LD and RDF/XML can hold. Their readers and writers know the grammar of IRIs,
 * where those of the other syntaxes take nearly every character; and a predicate of RDF/XML is the
 * name of an element.
 */
class StrictTerms extends StreamRDFWrapper {

  private final boolean xml;
  private final Losses losses;

  StrictTerms(StreamRDF stream, RDFFormat format, Losses losses) {
    super(stream);
    this.xml = RDFLanguages.RDFXML.equals(format.getLang());
    this.losses = losses;
  }

  @Override
  public void triple(Triple triple) {
    Node predicate = iri(triple.getPredicate());
    if (xml && Util.splitNamespaceXML(predicate.getURI()) == predicate.getURI().length()) {
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
