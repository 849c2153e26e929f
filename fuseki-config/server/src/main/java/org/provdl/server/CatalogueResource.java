package org.provdl.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Catalogue;
import org.provdl.queries.Format;
import org.provdl.queries.Parameter;
import org.provdl.queries.QueryParameterException;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.server.Offers.Offer;

/**
 * The catalogue as resources: the list of its queries, the answer to each, its text, and the
 * description of them all.
 */
final class CatalogueResource implements WebResource {

  private static final Offers LISTS = Offers.of(new Offer("json", "application/json"), Offers.PAGE);

  static final Offers RESULTS =
      Offers.of(
          new Offer("json", Format.JSON.mediaType()),
          new Offer("json", "application/json"),
          Offers.PAGE,
          new Offer("csv", Format.CSV.mediaType()),
          new Offer("markdown", Format.MARKDOWN.mediaType()),
          new Offer("table", Format.TABLE.mediaType()));

  private static final Offers TEXTS =
      Offers.of(new Offer("rq", "application/sparql-query"), new Offer("text", "text/plain"));

  private static final Offers DESCRIPTIONS = Offers.of(new Offer("json", "application/json"));

  private final Catalogue catalogue;
  private final SparqlEndpoint endpoint;
  private final Links links;
  private final Pages pages;
  private final String description;

  /**
   * Serves a catalogue.
   *
   * @throws IllegalArgumentException if a query has the parameter {@code format}
   */
  CatalogueResource(Catalogue catalogue, SparqlEndpoint endpoint, Links links, Pages pages) {
    for (CannedQuery query : catalogue.queries()) {
      if (query.parameters().stream().anyMatch(it -> it.name().equals(Arguments.FORMAT))) {
        throw new IllegalArgumentException(
            "The query %s cannot be served: its parameter %s means the form of the answer. Rename it."
                .formatted(query.name(), Arguments.FORMAT));
      }
    }
    this.catalogue = catalogue;
    this.endpoint = endpoint;
    this.links = links;
    this.pages = pages;
    this.description = OpenApi.of(catalogue, links).toString();
  }

  @Override
  public boolean isAt(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.equals(links.description())
        || path.equals(links.list())
        || path.startsWith(links.list() + "/");
  }

  @Override
  public boolean asksTheStore(HttpServletRequest request) {
    String path = request.getServletPath();
    // The text of a query waits for the store where values stand in it, for names are looked up.
    return path.startsWith(links.list() + "/")
        && (request.getQueryString() != null || !path.endsWith(Links.TEXT));
  }

  @Override
  public Answer get(Asked asked) {
    String path = asked.path();
    Arguments arguments = asked.arguments();
    if (path.equals(links.description())) {
      arguments.only(List.of());
      return Answer.of(asked.choose(DESCRIPTIONS).mediaType(), description);
    }
    String name = path.substring(links.list().length()).replaceFirst("^/", "");
    if (name.isEmpty()) {
      return list(arguments, asked.choose(LISTS));
    }
    if (name.endsWith(Links.TEXT)) {
      CannedQuery query = catalogue.query(name.substring(0, name.length() - Links.TEXT.length()));
      return Answer.of(asked.choose(TEXTS).mediaType(), text(query, arguments));
    }
    return answer(catalogue.query(name), arguments, asked.choose(RESULTS));
  }

  private Answer list(Arguments arguments, Offer offer) {
    Selection selection = Selection.of(catalogue, arguments);
    return offer.isPage()
        ? pages.list(selection)
        : Answer.of(offer.mediaType(), CatalogueJson.of(selection, links));
  }

  /** As it is written, or with the values in it where some are given. */
  private String text(CannedQuery query, Arguments arguments) {
    return arguments.values().isEmpty()
        ? query.text()
        : arguments.bind(query).toQuery(endpoint).serialize();
  }

  private Answer answer(CannedQuery query, Arguments arguments, Offer offer) {
    if (!offer.isPage()) {
      ResultTable table = arguments.bind(query).on(endpoint);
      return Answer.of(offer.mediaType(), writer(table, offer))
          .headers(Map.of("Content-Disposition", fileName(query, offer)));
    }
    if (arguments.values().isEmpty() && query.parameters().stream().anyMatch(Parameter::required)) {
      return pages.form(query, arguments);
    }
    try {
      return pages.result(query, arguments, arguments.bind(query).on(endpoint));
    } catch (QueryParameterException refused) {
      return pages.refused(query, arguments, refused);
    }
  }

  private static Consumer<OutputStream> writer(ResultTable table, Offer offer) {
    Format format = Format.valueOf(offer.name().toUpperCase(Locale.ROOT));
    return out -> format.write(table, out);
  }

  private static String fileName(CannedQuery query, Offer offer) {
    String extension =
        switch (offer.name()) {
          case "table" -> "txt";
          case "markdown" -> "md";
          default -> offer.name();
        };
    return "inline; filename=\"%s.%s\""
        .formatted(query.name().replaceAll("[^A-Za-z0-9._-]", "_"), extension);
  }
}
