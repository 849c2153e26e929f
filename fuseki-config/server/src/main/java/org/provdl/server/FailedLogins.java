package org.provdl.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts logins that failed, by address and by user, so that passwords cannot be tried out. Who has
 * failed too often has to wait for the end of a time that began with the first failure.
 */
final class FailedLogins {

  /** From one address, and of one user. */
  static final int ALLOWED = 10;

  static final Duration TIME = Duration.ofMinutes(1);

  /** Of the addresses and users that are remembered. */
  static final int MOST = 10_000;

  private static final int NETWORK_BYTES = 8;

  private final Cache<String, AtomicInteger> failures;

  FailedLogins(Ticker ticker) {
    failures =
        Caffeine.newBuilder()
            .expireAfterWrite(TIME)
            .maximumSize(MOST)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /** Remembers a failure. */
  void add(String address, @Nullable String user) {
    keys(address, user)
        .forEach(key -> failures.get(key, first -> new AtomicInteger()).incrementAndGet());
  }

  /**
   * How long a login has to wait.
   *
   * @return empty if it need not
   */
  Optional<Duration> pause(String address, @Nullable String user) {
    return keys(address, user)
        .filter(this::isExhausted)
        .map(this::rest)
        .max(Comparator.naturalOrder());
  }

  private boolean isExhausted(String key) {
    AtomicInteger count = failures.getIfPresent(key);
    return count != null && count.get() >= ALLOWED;
  }

  private Duration rest(String key) {
    long age =
        failures
            .policy()
            .expireAfterWrite()
            .orElseThrow()
            .ageOf(key, TimeUnit.NANOSECONDS)
            .orElse(0);
    return TIME.minusNanos(age);
  }

  private static Stream<String> keys(String address, @Nullable String user) {
    String network = "address " + network(address);
    return user == null ? Stream.of(network) : Stream.of(network, "user " + user);
  }

  /** How many addresses and users are remembered. */
  long size() {
    failures.cleanUp();
    return failures.estimatedSize();
  }

  /** Whoever has one address of IPv6 has all that begin with the same half. */
  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try { // numbers with colons are not looked up
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(NETWORK_BYTES, bytes.length));
    } catch (UnknownHostException none) {
      return address;
    }
  }
}
