package org.provdl.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sends a request. A password that was right is not hashed again for a while, and is
 * right meanwhile, whatever others try: a training that sends its epochs is not held up by an
 * attack.
 */
final class Logins {

  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int MOST_REMEMBERED = 1_000;
  private static final int KEY_BYTES = 32;

  private final KnownUsers users;
  private final FailedLogins failed;
  private final PasswordHash nobody = PasswordHash.ofNobody();

  /** The hashes with which passwords agreed, by a keyed hash of user and password. */
  private final Cache<String, PasswordHash> right;

  private final HmacUtils keyed;

  Logins(KnownUsers users, Ticker ticker) {
    this.users = users;
    this.failed = new FailedLogins(ticker);
    this.right =
        Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .ticker(ticker)
            .build();
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    this.keyed = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key);
  }

  /** What came out. */
  sealed interface Outcome {

    /** It is a user. */
    record Known(User user) implements Outcome {}

    /** It is nobody. */
    record Unknown() implements Outcome {}

    /** It is not looked at before a pause is over. */
    record Wait(Duration pause) implements Outcome {}
  }

  /** The user, where that costs nothing to find out: by a token, or a password that was right. */
  Optional<User> known(Credential credential) {
    Map<String, User> current = users.current();
    if (credential instanceof Credential.Basic basic) {
      PasswordHash hash = right.getIfPresent(key(basic));
      User user = current.get(basic.user());
      return user != null && hash != null && user.password().equals(hash)
          ? Optional.of(user)
          : Optional.empty();
    }
    String hash = Tokens.hash(((Credential.Bearer) credential).token());
    return current.values().stream()
        .filter(user -> user.tokens().stream().anyMatch(token -> isSame(token, hash)))
        .findFirst();
  }

  /** Looks at credentials of which nothing is known yet; that of a password takes time. */
  Outcome check(Credential credential, String address) {
    @Nullable String name = credential instanceof Credential.Basic basic ? basic.user() : null;
    Optional<User> user = known(credential);
    if (user.isEmpty()) {
      Optional<Duration> pause = failed.pause(address, name);
      if (pause.isPresent()) {
        return new Outcome.Wait(pause.get());
      }
      user = hashed(credential);
    }
    if (user.isEmpty()) {
      failed.add(address, name);
      return new Outcome.Unknown();
    }
    return new Outcome.Known(user.get());
  }

  /** Takes as long for a user that does not exist. */
  private Optional<User> hashed(Credential credential) {
    if (!(credential instanceof Credential.Basic basic)) {
      return Optional.empty();
    }
    User user = users.current().get(basic.user());
    PasswordHash hash = user == null ? nobody : user.password();
    if (!hash.matches(basic.password().toCharArray()) || user == null) {
      return Optional.empty();
    }
    right.put(key(basic), hash);
    return Optional.of(user);
  }

  private String key(Credential.Basic basic) {
    return keyed.hmacHex(basic.user() + ":" + basic.password());
  }

  private static boolean isSame(String token, String other) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
