package org.provdl.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Answers only requests that call this machine by one of its local names.
 *
 * <p>A web page can make its own name mean 127.0.0.1 (DNS rebinding), and would then read and write
 * the store from the browser of whoever looks at it. Such a request carries the page's name.
 */
final class LocalRequests implements Filter {

  private static final int MISDIRECTED_REQUEST = 421;

  private final Set<String> names;

  LocalRequests(String host) {
    names = Set.copyOf(List.of(host, "localhost", "127.0.0.1", "[::1]"));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (names.contains(request.getServerName())) {
      chain.doFilter(request, response);
    } else {
      ((HttpServletResponse) response)
          .sendError(
              MISDIRECTED_REQUEST, "This server answers to its own machine only: use localhost.");
    }
  }
}
