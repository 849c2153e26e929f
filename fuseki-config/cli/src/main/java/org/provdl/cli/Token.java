package org.provdl.cli;

import java.util.Optional;

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
}
