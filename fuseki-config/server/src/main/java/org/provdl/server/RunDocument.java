package org.provdl.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Answers to the IRI of a run or study, where that leads to this server: sends on to the Graph
 * Store, which has the graph of that name in the format that the client likes best.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/#direct-graph-identification">SPARQL
 *     1.1 Graph Store HTTP Protocol, direct graph identification</a>
 */
final class RunDocument extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final String graphStore;

  /** Takes the path of the Graph Store on this server. */
  RunDocument(String graphStore) {
    this.graphStore = graphStore;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String run = request.getRequestURL().toString();
    response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
    response.setHeader(
        "Location", graphStore + "?graph=" + URLEncoder.encode(run, StandardCharsets.UTF_8));
  }
}
