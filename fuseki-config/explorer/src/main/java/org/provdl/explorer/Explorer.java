package org.provdl.explorer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves the explorer of a service at {@code explorer/} below it, and leads people there who ask
 * for the service or the server itself with a browser. Other requests pass.
 *
 * <p>Thread-safe. It answers on the thread that calls it, from memory.
 */
public final class Explorer extends HttpFilter {

  private static final long serialVersionUID = 1;

  private static final String METHODS = "GET, HEAD, OPTIONS";

  private final String service;
  private final String root;
  private final transient Files files = new Files();

  private Explorer(String service) {
    this.service = service;
    this.root = service + "/explorer/";
  }

  /**
   * Makes the filter, which is to see all requests.
   *
   * @param service the path of the service whose catalogue the page asks, such as {@code /provdl}
   * @return the filter
   */
  public static HttpFilter of(String service) {
    return new Explorer(service);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    if (path.startsWith(root)) {
      answer(path.substring(root.length()), request, response);
    } else if (path.concat("/").equals(root) || isPersonAtTheDoor(path, request)) {
      response.setHeader("Vary", "Accept");
      response.setHeader("Location", root);
      response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** A SPARQL query to the service has a query string, and the Graph Store too. */
  private boolean isPersonAtTheDoor(String path, HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return (path.equals("/") || path.equals(service) || path.equals(service + "/"))
        && request.getQueryString() == null
        && isRead(request)
        && accept != null
        && accept.contains("text/html");
  }

  private static boolean isRead(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private void answer(String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Security-Policy", files.contentSecurityPolicy());
    if (!isRead(request)) {
      response.setHeader("Allow", METHODS);
      response.setStatus(
          request.getMethod().equals("OPTIONS")
              ? HttpServletResponse.SC_OK
              : HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    WebFile file = files.find(name);
    if (file == null) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    } else {
      file.send(request, response);
    }
  }
}
