package org.provdl.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The origins whose web pages may read what the server has, besides its own: none, unless they are
 * named.
 *
 * @param origins such as {@code https://example.org}; {@link #ANY} stands for all
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, the CORS protocol</a>
 */
record CrossOrigin(Set<String> origins) {

  static final String ANY = "*";

  static final CrossOrigin NONE = new CrossOrigin(Set.of());

  private static final Set<String> READS = Set.of("GET", "HEAD");

  /**
   * Checks names of origins.
   *
   * @throws IllegalArgumentException if one is no origin
   */
  static CrossOrigin of(String... origins) {
    for (String origin : origins) {
      if (!origin.equals(ANY) && !isOrigin(origin)) {
        throw new IllegalArgumentException(
            "'%s' is not the origin of web pages. Give one such as https://example.org or http://localhost:8080, without a path, or %s for any."
                .formatted(origin, ANY));
      }
    }
    return new CrossOrigin(Set.of(origins));
  }

  boolean isEmpty() {
    return origins.isEmpty();
  }

  boolean allows(String origin) {
    return origins.contains(ANY) || origins.contains(origin);
  }

  /**
   * Whether a request reads.
   *
   * @param method of the request, or of the one that a browser asks about beforehand
   * @param query whether its path answers to SPARQL queries, and does nothing else
   */
  static boolean isRead(String method, boolean query) {
    return READS.contains(method) || (query && method.equals("POST"));
  }

  private static boolean isOrigin(String text) {
    try {
      URI uri = new URI(text);
      return uri.getScheme() != null
          && uri.getHost() != null
          && text.equals(text.toLowerCase(Locale.ROOT))
          && text.equals(uri.getScheme() + "://" + uri.getRawAuthority())
          && uri.getRawUserInfo() == null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
