package org.provdl.server;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.provdl.interchange.Losses;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.server.Offers.Offer;
import org.provdl.vocabulary.Base;

/**
 * What the IRIs of a store lead to: runs, studies and all that they share have their descriptions
 * at their own addresses, and anything that the store knows at {@code provenance?target=IRI}.
 *
 * <p>A store may have been written under another base than this server's address. Then a path means
 * the thing of the same path under the base of the store, which the names of its graphs tell; where
 * there are several bases and several such things, the client has to choose.
 *
 * @see <a href="https://www.w3.org/TR/cooluris/">Cool URIs for the Semantic Web</a>
 * @see <a href="https://www.w3.org/TR/prov-aq/">PROV-AQ: Provenance Access and Query</a>
 */
final class ThingResource implements WebResource {

  /** What PROV-AQ calls the IRI that is asked about. */
  static final String TARGET = "target";

  /** The header with the number of statements that a form cannot say. */
  static final String UNSAID = "Provdl-Unsaid";

  /** What the first step of a path under the base can be. */
  static final Set<String> KINDS =
      Set.of(
          "run",
          "study",
          "document",
          "artifact",
          "parameters",
          "experiment",
          "hyperparameter",
          "metric",
          "agent");

  private static final int LONGEST_IRI = 2_048;

  /** An absolute IRI, as to its characters; what it names is only looked up. */
  private static final Pattern IRI =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20\\x7F-\\x9F<>\"{}|\\\\^`]+");

  private static final Offers OFFERS = RdfFormat.offers(RdfFormat.PROVENANCE);

  private final SparqlEndpoint.Reading store;
  private final Links links;
  private final Pages pages;

  ThingResource(SparqlEndpoint.Reading store, Links links, Pages pages) {
    this.store = store;
    this.links = links;
    this.pages = pages;
  }

  @Override
  public boolean isAt(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (path.equals(links.provenance())) {
      return true;
    }
    String tail = path.startsWith(links.root()) ? path.substring(links.root().length()) : "";
    int step = tail.indexOf('/');
    return step > 0 && step + 1 < tail.length() && KINDS.contains(tail.substring(0, step));
  }

  @Override
  public boolean asksTheStore(HttpServletRequest request) {
    return true;
  }

  @Override
  public Answer get(Asked asked) {
    boolean named = asked.uri().equals(links.provenance());
    asked.arguments().only(named ? List.of(TARGET) : List.of());
    Offer offer = asked.choose(OFFERS);
    Set<String> candidates = named ? Set.of(target(asked)) : addresses(asked);
    Node thing = store.read(dataset -> find(dataset, candidates, named ? "" : tail(asked)));
    String document = asked.origin() + links.provenance(thing.getURI());
    Losses losses = new Losses();
    Answer answer =
        offer.isPage()
            ? pages.thing(
                store.read(dataset -> ThingPage.of(pages.frame(), dataset, thing, asked.origin())))
            : Answer.of(
                offer.mediaType(),
                out ->
                    store.read(
                        dataset -> {
                          RdfFormat.of(offer)
                              .writer()
                              .write(Description.of(dataset, thing, document), out, losses);
                          return true;
                        }));
    return answer.headers(() -> headers(asked, thing.getURI(), document, losses.count()));
  }

  /**
   * What is said beside the description.
   *
   * @param unsaid how much of it the form cannot say, so that the whole is offered in another
   */
  private Map<String, String> headers(Asked asked, String iri, String document, long unsaid) {
    Map<String, String> headers = new HashMap<>();
    String link = ProvenanceLinks.of(iri, document, asked.origin() + links.provenance());
    headers.put("Link", unsaid == 0 ? link : link + ", " + ProvenanceLinks.whole(document));
    if (unsaid > 0) {
      headers.put(UNSAID, Long.toString(unsaid));
    }
    if (DocumentNames.kind(iri).isEmpty()) {
      headers.put("Content-Location", links.provenance(iri));
    }
    return headers;
  }

  private static String target(Asked asked) {
    String iri = asked.arguments().single(TARGET);
    if (iri == null) {
      throw Problem.badRequest("The parameter " + TARGET + " is needed: the IRI of a thing.");
    }
    if (iri.length() > LONGEST_IRI || !IRI.matcher(iri).matches()) {
      throw Problem.badRequest(
          "The parameter %s takes an absolute IRI of at most %,d characters."
              .formatted(TARGET, LONGEST_IRI));
    }
    return iri;
  }

  private String tail(Asked asked) {
    return asked.uri().substring(links.root().length());
  }

  private Set<String> addresses(Asked asked) {
    if (asked.uri().length() > LONGEST_IRI) {
      throw Problem.notFound("Nothing has an IRI of that length.");
    }
    return under(asked.origin() + links.root(), tail(asked));
  }

  /** The IRIs that a path may mean: as it is, and as the IRIs of a capture are written. */
  private static Set<String> under(String base, String tail) {
    Set<String> iris = new LinkedHashSet<>(List.of(base + tail));
    try {
      iris.add(
          base
              + Arrays.stream(tail.split("/", -1))
                  .map(name -> URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8))
                  .map(Base::segment)
                  .collect(Collectors.joining("/")));
    } catch (IllegalArgumentException malformed) {
      throw Problem.badRequest("The path is not encoded as that of a URL is.");
    }
    iris.removeIf(iri -> !IRI.matcher(iri).matches());
    return iris;
  }

  private static Node find(DatasetGraph dataset, Set<String> candidates, String tail) {
    List<Node> known = known(dataset, candidates);
    if (known.isEmpty() && !tail.isEmpty()) {
      known =
          known(
              dataset,
              DocumentNames.of(dataset).bases().stream()
                  .flatMap(base -> under(base, tail).stream())
                  .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
    if (known.isEmpty()) {
      throw Problem.notFound("The store knows nothing of that IRI.");
    }
    if (known.size() > 1) {
      throw Problem.multipleChoices(
          "Several things have this path, under the bases of stores that were merged. Ask for one with provenance?target=: "
              + known.stream().map(Node::getURI).collect(Collectors.joining(", ")));
    }
    return known.get(0);
  }

  private static List<Node> known(DatasetGraph dataset, Set<String> iris) {
    return iris.stream()
        .map(NodeFactory::createURI)
        .filter(iri -> Description.isKnown(dataset, iri))
        .toList();
  }
}
