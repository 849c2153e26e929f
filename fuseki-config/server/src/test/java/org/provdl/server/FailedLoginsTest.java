package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FailedLoginsTest {

  private final AtomicLong now = new AtomicLong();
  private final FailedLogins failed = new FailedLogins(now::get);

  private void fail(String address, @Nullable String user) {
    for (int i = 0; i < FailedLogins.ALLOWED; i++) {
      failed.add(address, user);
    }
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void tooManyFromAnAddressMustWaitForTheRestOfTheMinute() {
    fail("192.0.2.1", null);
    pass(Duration.ofSeconds(20));

    assertThat(failed.pause("192.0.2.1", "ada")).contains(Duration.ofSeconds(40));
    assertThat(failed.pause("192.0.2.2", "ada")).isEmpty();
    pass(Duration.ofSeconds(41));
    assertThat(failed.pause("192.0.2.1", "ada")).isEmpty();
  }

  @Test
  void tooManyOfAUserMustWaitWhereverTheyComeFrom() {
    for (int i = 0; i < FailedLogins.ALLOWED; i++) {
      failed.add("192.0.2." + i, "ada");
    }
    assertThat(failed.pause("198.51.100.1", "ada")).contains(FailedLogins.TIME);
    assertThat(failed.pause("198.51.100.1", "grace")).isEmpty();
  }

  @Test
  void oneLessThanTooManyMayGoOn() {
    for (int i = 1; i < FailedLogins.ALLOWED; i++) {
      failed.add("192.0.2.1", "ada");
    }
    assertThat(failed.pause("192.0.2.1", "ada")).isEmpty();
  }

  @Test
  void addressesOfOneNetworkOfIpVersion6AreOne() {
    for (int i = 0; i < FailedLogins.ALLOWED; i++) {
      failed.add("[2001:db8:1:2::" + i + "]", null);
    }
    assertThat(failed.pause("2001:db8:1:2:ffff::1", null)).isPresent();
    assertThat(failed.pause("2001:db8:1:3::1", null)).isEmpty();
  }

  @Test
  void aMillionAddressesTakeBoundedMemory() {
    for (int i = 0; i < 1_000_000; i++) {
      failed.add("address-" + i, "user-" + i);
    }
    assertThat(failed.size()).isLessThanOrEqualTo(FailedLogins.MOST);
  }
}
