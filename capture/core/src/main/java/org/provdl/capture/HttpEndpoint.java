package org.provdl.capture;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The address of a service that quads are sent to. */
record HttpEndpoint(URI uri) {

  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** Names that mean this machine everywhere, found without asking a name server. */
  private static final Pattern LOOPBACK =
      Pattern.compile("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[(0*:)*:?0*1]");

  /**
   * Checks the address.
   *
   * @throws IllegalArgumentException if nothing can be sent there; says what to write instead
   */
  HttpEndpoint {
    // First, so that no other message shows the password.
    if (uri.getRawUserInfo() != null || hasUser(uri.getRawAuthority())) {
      throw new IllegalArgumentException(
          "The address of the server holds a user or a password, which would end up in logs. Write it"
              + " without them, and add HttpAccess.with(Credentials.basic(user, password)).");
    }
    if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
      throw unusable(uri, "it does not begin with http:// or https://");
    }
    if (uri.getHost() == null) {
      throw unusable(uri, "it has no host, or one with characters like '_' that no host name has");
    }
    if (uri.getRawFragment() != null) {
      throw unusable(uri, "it has a fragment, the part after '#'; leave that out");
    }
  }

  /** Whether what is sent there stays on this machine. */
  boolean isLoopback() {
    return LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches();
  }

  boolean isEncrypted() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /** The address with one more parameter. */
  URI with(String parameter, String value) {
    return URI.create(
        uri.toASCIIString()
            + (uri.getRawQuery() == null ? "?" : "&")
            + parameter
            + "="
            + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private static boolean hasUser(String authority) {
    return authority != null && authority.indexOf('@') >= 0;
  }

  private static IllegalArgumentException unusable(URI uri, String reason) {
    return new IllegalArgumentException(
        "Nothing can be sent to <"
            + uri
            + ">: "
            + reason
            + ". Write an address such as http://localhost:3030/provdl/append.");
  }
}
