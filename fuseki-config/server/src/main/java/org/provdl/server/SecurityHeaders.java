package org.provdl.server;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * What every answer tells a browser, whoever makes it: it is not to be taken for another type, and
 * nothing in it runs, loads or stands in the page of another. Pages that need more replace the
 * policy by one of their own.
 *
 * @see <a href="https://owasp.org/www-project-secure-headers/">OWASP, Secure Headers</a>
 */
final class SecurityHeaders implements HttpConfiguration.Customizer {

  static final Map<String, String> ALL =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "X-Frame-Options",
          "DENY",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Content-Security-Policy",
          "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

  @Override
  public Request customize(Request request, HttpFields.Mutable answer) {
    add(answer);
    return request;
  }

  /** Adds those that are not there. */
  static void add(HttpFields.Mutable answer) {
    ALL.forEach(
        (name, value) -> {
          if (!answer.contains(name)) {
            answer.put(name, value);
          }
        });
  }
}
