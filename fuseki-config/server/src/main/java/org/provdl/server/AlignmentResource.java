package org.provdl.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.provdl.server.Offers.Offer;
import org.provdl.vocabulary.Ontology;

/** How the ontology relates to other vocabularies, for programs: a graph for each of them. */
final class AlignmentResource implements WebResource {

  private static final Offers OFFERS =
      new Offers(RdfFormat.RDF.stream().map(RdfFormat::offer).toList());

  private final Links links;

  AlignmentResource(Links links) {
    this.links = links;
  }

  @Override
  public boolean isAt(HttpServletRequest request) {
    return name(request.getRequestURI()).isPresent();
  }

  @Override
  public boolean asksTheStore(HttpServletRequest request) {
    return false;
  }

  @Override
  public Answer get(Asked asked) {
    asked.arguments().only(List.of());
    Offer offer = asked.choose(OFFERS);
    return RdfFormat.answer(offer, Ontology.alignment(name(asked.uri()).orElseThrow()).getGraph());
  }

  private Optional<String> name(String path) {
    return Ontology.ALIGNMENTS.stream()
        .filter(name -> path.equals(links.alignment(name)))
        .findFirst();
  }
}
