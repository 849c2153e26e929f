package org.provdl.capture;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a server is reached over HTTP.
 *
 * @param credentials sent with every request; null for none
 * @param connectTimeout how long a connection may take to come about; {@value
 *     #DEFAULT_CONNECT_SECONDS} seconds by default
 * @param requestTimeout how long a request may take, from its first byte to the last of the answer;
 *     {@value #DEFAULT_REQUEST_SECONDS} seconds by default
 */
public record HttpAccess(
    @Nullable Credentials credentials, Duration connectTimeout, Duration requestTimeout) {

  /** The default time in seconds that a connection may take: {@value}. */
  public static final long DEFAULT_CONNECT_SECONDS = 10;

  /** The default time in seconds that a request may take: {@value}. */
  public static final long DEFAULT_REQUEST_SECONDS = 120;

  /**
   * Access as told.
   *
   * @param credentials sent with every request; null for none
   * @param connectTimeout how long a connection may take to come about
   * @param requestTimeout how long a request may take
   * @throws IllegalArgumentException if a time is not positive
   */
  public HttpAccess {
    requirePositive("connect", connectTimeout);
    requirePositive("request", requestTimeout);
  }

  /**
   * Access for everybody, with all defaults.
   *
   * @return the access
   */
  public static HttpAccess anonymous() {
    return new HttpAccess(
        null,
        Duration.ofSeconds(DEFAULT_CONNECT_SECONDS),
        Duration.ofSeconds(DEFAULT_REQUEST_SECONDS));
  }

  /**
   * Access with credentials. They are sent with the first request already, so give them to servers
   * over {@code https} only, or on this machine.
   *
   * @param credentials what the server asks for
   * @return the access, all else by default
   */
  public static HttpAccess with(Credentials credentials) {
    HttpAccess anonymous = anonymous();
    return new HttpAccess(credentials, anonymous.connectTimeout, anonymous.requestTimeout);
  }

  /**
   * The same access with another time to connect.
   *
   * @param timeout how long a connection may take to come about
   * @return the access
   * @throws IllegalArgumentException if it is not positive
   */
  public HttpAccess connectTimeout(Duration timeout) {
    return new HttpAccess(credentials, timeout, requestTimeout);
  }

  /**
   * The same access with another time for a request. It must suffice for a batch, which can have
   * tens of megabytes where the server takes no gzip.
   *
   * @param timeout how long a request may take, from its first byte to the last of the answer
   * @return the access
   * @throws IllegalArgumentException if it is not positive
   */
  public HttpAccess requestTimeout(Duration timeout) {
    return new HttpAccess(credentials, connectTimeout, timeout);
  }

  private static void requirePositive(String name, Duration timeout) {
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException(
          "The " + name + " timeout must be longer than nothing, not " + timeout + ".");
    }
  }
}
