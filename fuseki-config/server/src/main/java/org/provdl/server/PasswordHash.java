package org.provdl.server;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password, {@code pbkdf2-sha512$ROUNDS$SALT$HASH}, the last two in Base64:
 * PBKDF2 of the JDK, because it asks for no library more, with the rounds that OWASP recommends.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP,
 *     Password Storage</a>
 */
final class PasswordHash {

  private static final String SCHEME = "pbkdf2-sha512";
  private static final int ROUNDS = 210_000;

  /** A file of users is not to make a login last for minutes. */
  private static final int MOST_ROUNDS = 10_000_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int rounds;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(int rounds, byte[] salt, byte[] hash) {
    this.rounds = rounds;
    this.salt = salt;
    this.hash = hash;
  }

  /** Takes a tenth of a second, and so does each guess. */
  static PasswordHash of(char[] password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new PasswordHash(ROUNDS, salt, derive(password, ROUNDS, salt, HASH_BYTES));
  }

  /** The hash of no password, which takes as long to compare with as any. */
  static PasswordHash ofNobody() {
    return new PasswordHash(ROUNDS, new byte[SALT_BYTES], new byte[HASH_BYTES]);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if that is something else
   */
  static PasswordHash parse(String text) {
    String[] parts = text.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(SCHEME)) {
      throw new IllegalArgumentException("no " + SCHEME + " hash");
    }
    int rounds = Integer.parseInt(parts[1]);
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] hash = Base64.getDecoder().decode(parts[3]);
    if (rounds < 1 || rounds > MOST_ROUNDS || salt.length == 0 || hash.length < SALT_BYTES) {
      throw new IllegalArgumentException("a hash of no use");
    }
    return new PasswordHash(rounds, salt, hash);
  }

  /** Takes as long for a wrong password as for the right one. */
  boolean matches(char[] password) {
    return MessageDigest.isEqual(hash, derive(password, rounds, salt, hash.length));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PasswordHash that
        && rounds == that.rounds
        && Arrays.equals(salt, that.salt)
        && MessageDigest.isEqual(hash, that.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(salt);
  }

  @Override
  public String toString() {
    Base64.Encoder base64 = Base64.getEncoder();
    return String.join(
        "$",
        SCHEME,
        Integer.toString(rounds),
        base64.encodeToString(salt),
        base64.encodeToString(hash));
  }

  private static byte[] derive(char[] password, int rounds, byte[] salt, int length) {
    PBEKeySpec specification = new PBEKeySpec(password, salt, rounds, Byte.SIZE * length);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
          .generateSecret(specification)
          .getEncoded();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      specification.clearPassword();
    }
  }
}
