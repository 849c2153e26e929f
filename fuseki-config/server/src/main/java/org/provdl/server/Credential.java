package org.provdl.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request says about who sends it. */
sealed interface Credential {

  /** User and password, which browsers keep and send by themselves. */
  record Basic(String user, String password) implements Credential {}

  /** A token, which no browser sends by itself. */
  record Bearer(String token) implements Credential {}

  /** Longer than any name with a password. */
  int LONGEST_HEADER = 8_000;

  /**
   * Reads the header Authorization.
   *
   * @return empty if it is none of these
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617, Basic</a>
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750, Bearer</a>
   */
  static Optional<Credential> of(@Nullable String header) {
    if (header == null || header.length() > LONGEST_HEADER) {
      return Optional.empty();
    }
    String[] words = header.strip().split(" +", -1);
    if (words.length != 2) {
      return Optional.empty();
    }
    return switch (words[0].toLowerCase(Locale.ROOT)) {
      case "basic" -> basic(words[1]);
      case "bearer" -> Optional.of(new Bearer(words[1]));
      default -> Optional.empty();
    };
  }

  private static Optional<Credential> basic(String encoded) {
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
    int colon = pair.indexOf(':');
    String user = colon < 0 ? "" : pair.substring(0, colon);
    return User.isName(user)
        ? Optional.of(new Basic(user, pair.substring(colon + 1)))
        : Optional.empty();
  }
}
