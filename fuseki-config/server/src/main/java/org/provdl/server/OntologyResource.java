package org.provdl.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.provdl.server.Offers.Offer;
import org.provdl.vocabulary.Ontology;

/** The ontology, for programs, and for people as a page on which each term can be linked to. */
final class OntologyResource implements WebResource {

  private static final Offers OFFERS = RdfFormat.offers(RdfFormat.RDF);

  private final Links links;
  private final Pages pages;
  private final Graph ontology = Ontology.model().getGraph();
  private final OntologyPage page;

  OntologyResource(Links links, Pages pages) {
    this.links = links;
    this.pages = pages;
    this.page = OntologyReader.standard(pages.frame()).page();
  }

  @Override
  public boolean isAt(HttpServletRequest request) {
    return request.getRequestURI().equals(links.ontology());
  }

  @Override
  public boolean asksTheStore(HttpServletRequest request) {
    return false;
  }

  @Override
  public Answer get(Asked asked) {
    asked.arguments().only(List.of());
    Offer offer = asked.choose(OFFERS);
    return offer.isPage() ? pages.ontology(page) : RdfFormat.answer(offer, ontology);
  }
}
