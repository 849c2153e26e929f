package org.provdl.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.jena.riot.Lang;

/**
 * Answers to the IRI of a run or study, where that leads to this server: sends people with a
 * browser on to the questions about it, and programs to the Graph Store, which has the graph of
 * that name in the format that they like best.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/#direct-graph-identification">SPARQL
 *     1.1 Graph Store HTTP Protocol, direct graph identification</a>
 */
final class RunDocument extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final String parameter;
  private final transient Links links;

  /**
   * Answers for one kind of thing.
   *
   * @param parameter what the questions about it call it
   */
  RunDocument(String parameter, Links links) {
    this.parameter = parameter;
    this.links = links;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String iri = request.getRequestURL().toString();
    boolean page = Offers.preferPage(Lang.TURTLE.getHeaderString(), request.getHeader("Accept"));
    response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
    response.setHeader("Vary", "Accept");
    response.setHeader("Location", page ? links.about(parameter, iri) : links.graph(iri));
  }
}
