package org.provdl.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.apache.jena.web.HttpSC;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.server.Offers.Offer;

/**
 * The description of the service: at an address of its own, where {@code /.well-known/void} leads
 * to, and at the SPARQL endpoint and the provenance query service where they are asked for nothing.
 */
final class DatasetResource implements WebResource {

  /**
   * Registered for this.
   *
   * @see <a href="https://www.w3.org/TR/void/#well-known">VoID, section 7.2</a>
   */
  static final String WELL_KNOWN = "/.well-known/void";

  private static final Offers OFFERS = RdfFormat.offers(RdfFormat.RDF);

  private final SparqlEndpoint.Reading store;
  private final Links links;
  private final Pages pages;

  DatasetResource(SparqlEndpoint.Reading store, Links links, Pages pages) {
    this.store = store;
    this.links = links;
    this.pages = pages;
  }

  @Override
  public boolean isAt(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals(links.dataset())
        || path.equals(WELL_KNOWN)
        || (request.getQueryString() == null
            && List.of("GET", "HEAD").contains(request.getMethod())
            && (path.equals(links.provenance()) || links.sparqlEndpoints().contains(path)));
  }

  @Override
  public boolean asksTheStore(HttpServletRequest request) {
    return !request.getRequestURI().equals(WELL_KNOWN);
  }

  @Override
  public Answer get(Asked asked) {
    asked.arguments().only(List.of());
    if (asked.uri().equals(WELL_KNOWN)) {
      return Answer.of("text/plain", "")
          .status(HttpSC.SEE_OTHER_303)
          .headers(Map.of("Location", links.dataset()));
    }
    Offer offer = asked.choose(OFFERS);
    DatasetDescription description =
        DatasetDescription.of(asked.origin(), links, store.read(DocumentNames::of));
    return offer.isPage()
        ? pages.thing(ThingPage.of(pages.frame(), description, asked.origin()))
        : RdfFormat.answer(offer, description.model().getGraph());
  }
}
