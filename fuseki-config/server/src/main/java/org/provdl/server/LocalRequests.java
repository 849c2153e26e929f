package org.provdl.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/**
 * Answers only requests that call this machine by one of its local names, and none of web pages
 * from elsewhere but reads of those that were named.
 *
 * <p>A web page can make its own name mean 127.0.0.1 (DNS rebinding), and would then read and write
 * the store from the browser of whoever looks at it. Such a request carries the page's name. A page
 * may also send requests here under the right name, though it cannot read the answers: those carry
 * the page's origin.
 */
final class LocalRequests implements Filter {

  private static final int MISDIRECTED_REQUEST = 421;

  private final Set<String> names;
  private final CrossOrigin others;
  private final List<String> queries;

  /**
   * Answers to the names of this machine.
   *
   * @param others whose pages may read all the same
   * @param queries the paths that answer to SPARQL queries and do nothing else
   */
  LocalRequests(String host, CrossOrigin others, List<String> queries) {
    this.others = others;
    this.queries = queries;
    names = Set.copyOf(List.of(host, "localhost", "127.0.0.1", "[::1]"));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    String origin = asked.getHeader("Origin");
    HttpServletResponse answer = (HttpServletResponse) response;
    if (!names.contains(request.getServerName())) {
      answer.sendError(
          MISDIRECTED_REQUEST, "This server answers to its own machine only: use localhost.");
    } else if (origin != null && !isLocal(origin) && !mayRead(origin, asked)) {
      answer.sendError(
          HttpServletResponse.SC_FORBIDDEN, "This server does not answer to web pages of others.");
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean mayRead(String origin, HttpServletRequest request) {
    return others.allows(origin)
        && CrossOrigin.isRead(request.getMethod(), queries.contains(request.getRequestURI()));
  }

  private boolean isLocal(String origin) {
    try {
      String host = new URI(origin).getHost();
      return host != null && names.contains(host);
    } catch (URISyntaxException unknown) {
      return false;
    }
  }
}
