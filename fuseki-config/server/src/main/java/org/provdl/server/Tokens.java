package org.provdl.server;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Random texts of 256 bits that stand for a user and a password. Nobody can guess one, so a plain
 * SHA-256 of it is kept, which costs nothing to compare.
 */
final class Tokens {

  /** Lets tools that look for secrets in the wrong places know one. */
  private static final String PREFIX = "provdl_";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Tokens() {}

  static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String hash(String token) {
    return "sha256$" + DigestUtils.sha256Hex(token.getBytes(StandardCharsets.UTF_8));
  }
}
