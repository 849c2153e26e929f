package org.provdl.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.provdl.server.Offers.Offer;

/**
 * What a client asks for.
 *
 * @param origin the scheme and host that it calls this server by
 * @param uri the path as it was sent
 * @param path the path, decoded
 * @param accept the header, empty if there is none
 */
record Asked(String origin, String uri, String path, Arguments arguments, String accept) {

  /**
   * Reads a request.
   *
   * @throws Problem if its parameters are malformed
   */
  static Asked of(HttpServletRequest request) {
    String uri = request.getRequestURI();
    StringBuffer url = request.getRequestURL();
    return new Asked(
        url.substring(0, url.length() - uri.length()),
        uri,
        request.getServletPath(),
        Arguments.of(request),
        accept(request));
  }

  static String accept(HttpServletRequest request) {
    return String.join(",", Collections.list(request.getHeaders("Accept")));
  }

  /**
   * Chooses the form that the client likes best.
   *
   * @throws Problem if it likes none
   */
  Offer choose(Offers offers) {
    return offers.choose(arguments.format(), accept);
  }
}
