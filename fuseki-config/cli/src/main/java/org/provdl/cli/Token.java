package org.provdl.cli;

import java.net.URI;
import java.util.Optional;
import org.provdl.queries.SparqlEndpoint;

/** Who asks a server. A token on the command line would be seen by all users of the machine. */
final class Token {

  private static final String VARIABLE = "PROVDL_TOKEN";

  /** What helps about options that name a server. */
  static final String HELP =
      " To one that has users, the token in the environment as " + VARIABLE + " is sent.";

  private Token() {}

  /** The token that the user has, if any. */
  static Optional<String> fromEnvironment() {
    return Optional.ofNullable(System.getenv(VARIABLE)).filter(token -> !token.isBlank());
  }

  /** A SPARQL endpoint, which is sent the token. */
  static SparqlEndpoint endpoint(URI address) {
    return fromEnvironment()
        .map(token -> SparqlEndpoint.remote(address, SparqlEndpoint.DEFAULT_TIMEOUT, token))
        .orElseGet(() -> SparqlEndpoint.remote(address));
  }

  /** The header of HTTP that sends it, if any. */
  static Optional<String> authorization() {
    return fromEnvironment().map(token -> "Bearer " + token);
  }
}
