package org.provdl.interchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what JSON-LD and RDF/XML can hold. Their readers and writers know the grammar of IRIs,
 * where those of the other syntaxes take nearly every character, and fail at a whole document for
 * one that they do not take; so each that is not plain is tried before.
 */
class StrictTerms extends StreamRDFWrapper {

  /** What nobody finds fault with, but for dots, so that most need not be tried. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "https?://[a-z0-9][a-z0-9.-]*[a-z0-9](:[1-9][0-9]{1,3})?"
              + "/[A-Za-z0-9_~/.-]*(#[A-Za-z0-9_~.-]*)?");

  /** Steps in a path that a reader takes out of it. */
  private static final Pattern DOTS = Pattern.compile("/\\.\\.?(?=[/?#]|$)");

  private final boolean xml;
  private final Losses losses;
  private final Map<Node, Boolean> elements = new HashMap<>();
  private final Map<String, String> prefixes = new LinkedHashMap<>();
  private final Set<String> schemes = new HashSet<>();

  StrictTerms(StreamRDF stream, RDFFormat format, Losses losses) {
    super(stream);
    this.xml = RDFLanguages.RDFXML.equals(format.getLang());
    this.losses = losses;
  }

  @Override
  public void prefix(String prefix, String iri) {
    prefixes.put(prefix, iri);
  }

  /** In JSON-LD, an IRI whose scheme is a prefix would be taken for a name of that prefix. */
  @Override
  public void finish() {
    prefixes.forEach(
        (prefix, iri) -> {
          if (isTaken(iri) && !schemes.contains(prefix)) {
            super.prefix(prefix, iri);
          }
        });
    super.finish();
  }

  @Override
  public void triple(Triple triple) {
    Triple said = said(triple);
    if (said != null) {
      super.triple(said);
    }
  }

  @Override
  public void quad(Quad quad) {
    Triple said = said(quad.asTriple());
    Node graph = iri(quad.getGraph());
    if (graph == null) {
      losses.add(quad.asTriple().toString(), "the syntax takes no IRI " + quad.getGraph());
    } else if (said != null) {
      super.quad(Quad.create(graph, said));
    }
  }

  /** What of a triple can be said; null where it cannot be. */
  private @Nullable Triple said(Triple triple) {
    Node subject = iri(triple.getSubject());
    Node predicate = iri(triple.getPredicate());
    Node object = iri(triple.getObject());
    if (subject == null || predicate == null || object == null) {
      Node none =
          subject == null
              ? triple.getSubject()
              : predicate == null ? triple.getPredicate() : triple.getObject();
      losses.add(
          triple.toString(),
          none.isTripleTerm()
              ? "the syntax has no triples about triples"
              : "the syntax takes no IRI " + none);
      return null;
    }
    if (!xml) {
      return Triple.create(subject, predicate, object);
    }
    if (!elements.computeIfAbsent(predicate, RdfXmlTerms::canBeElement)) {
      losses.add(triple.toString(), "the predicate cannot be the name of an element");
      return null;
    }
    return Triple.create(subject, predicate, RdfXmlTerms.literal(object, losses));
  }

  /** The node as it can be written, of a literal its type; null where it cannot be. */
  private @Nullable Node iri(Node node) {
    if (node.isTripleTerm()) {
      return null;
    }
    if (node.isLiteral()) {
      return typed(node);
    }
    if (!node.isURI()) {
      return node;
    }
    Node said = node;
    if (!isTaken(node.getURI())) {
      said = NodeFactory.createURI(SpecialNames.escaped(node.getURI()));
      if (!isTaken(said.getURI())) {
        return null;
      }
      losses.add(node.getURI(), "is no IRI (RFC 3987), so it is written as " + said);
    }
    schemes.add(said.getURI().substring(0, said.getURI().indexOf(':')));
    return said;
  }

  private @Nullable Node typed(Node literal) {
    Node type = NodeFactory.createURI(literal.getLiteralDatatypeURI());
    Node said = iri(type);
    if (type.equals(said)) {
      return literal;
    }
    return said == null
        ? null
        : NodeFactory.createLiteralDT(
            literal.getLiteralLexicalForm(), NodeFactory.getType(said.getURI()));
  }

  private boolean isTaken(String iri) {
    boolean isPlain = PLAIN.matcher(iri).matches() && !iri.contains("/.") && !iri.contains("..");
    return isPlain || (xml ? RdfXmlTerms.isIri(iri) : isAbsolute(iri));
  }

  /** What the processor of JSON-LD asks of it, and its reader leaves as it is. */
  private static boolean isAbsolute(String iri) {
    try {
      return new URI(iri).isAbsolute() && !DOTS.matcher(iri).find();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
