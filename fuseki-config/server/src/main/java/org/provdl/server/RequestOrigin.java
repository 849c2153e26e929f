package org.provdl.server;

import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * Whether a web page from elsewhere made a browser send a request. It would come with the password
 * that the browser keeps for this server.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
final class RequestOrigin {

  private static final Set<String> HERE = Set.of("same-origin", "none");

  private RequestOrigin() {}

  /** Whether it is from elsewhere, and not just a link that somebody followed. */
  static boolean isElsewhere(Request request) {
    HttpFields headers = request.getHeaders();
    String site = headers.get("Sec-Fetch-Site");
    if (site != null) {
      return !HERE.contains(site) && !isFollowedLink(request);
    }
    String origin = headers.get(HttpHeader.ORIGIN);
    String host = request.getHttpURI().getAuthority();
    return origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
  }

  private static boolean isFollowedLink(Request request) {
    HttpFields headers = request.getHeaders();
    return HttpMethod.GET.is(request.getMethod())
        && "navigate".equals(headers.get("Sec-Fetch-Mode"))
        && "document".equals(headers.get("Sec-Fetch-Dest"));
  }
}
