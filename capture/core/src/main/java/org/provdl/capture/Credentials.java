package org.provdl.capture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a server asks for before it lets somebody write. Immutable; no message and no {@link
 * #toString()} shows the secret.
 */
public final class Credentials {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final String description;
  private final String header;

  private Credentials(String description, String header) {
    this.description = description;
    this.header = header;
  }

  /**
   * A user and a password.
   *
   * @param user the user, without colons
   * @param password the password
   * @return the credentials
   * @throws IllegalArgumentException if one of them cannot be sent
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617, Basic</a>
   */
  public static Credentials basic(String user, String password) {
    if (user.isEmpty() || user.indexOf(':') >= 0 || hasControls(user)) {
      throw new IllegalArgumentException(
          "A user of Basic authentication has a name without ':' and control characters, not '"
              + user
              + "'.");
    }
    if (hasControls(password)) {
      throw new IllegalArgumentException(
          "The password of "
              + user
              + " has a control character, such as the end of its line in a file. Remove it.");
    }
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Credentials(
        "Basic credentials of " + user, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /**
   * A token.
   *
   * @param token the token, as it was issued
   * @return the credentials
   * @throws IllegalArgumentException if it has characters that no token has
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750, Bearer</a>
   */
  public static Credentials bearer(String token) {
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "A bearer token has letters, digits and -._~+/ with = at its end; the given one of "
              + token.length()
              + " characters has others, such as the end of its line in a file. Remove them.");
    }
    return new Credentials("a bearer token", "Bearer " + token);
  }

  /** The value of the header {@code Authorization}. */
  String header() {
    return header;
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  /** Says whose credentials these are, without the secret. */
  @Override
  public String toString() {
    return description;
  }
}
