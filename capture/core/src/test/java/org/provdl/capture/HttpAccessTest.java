package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpAccessTest {

  @Test
  void theDefaultsAreThoseOfTheDocumentation() {
    HttpAccess access = HttpAccess.anonymous();
    assertThat(access.credentials()).isNull();
    assertThat(access.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(access.requestTimeout()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void eachOptionLeavesTheOthersAlone() {
    Credentials credentials = Credentials.bearer("token");
    assertThat(
            HttpAccess.with(credentials)
                .requestTimeout(Duration.ofSeconds(2))
                .connectTimeout(Duration.ofSeconds(1)))
        .isEqualTo(new HttpAccess(credentials, Duration.ofSeconds(1), Duration.ofSeconds(2)));
  }

  @Test
  void aTimeoutThatIsNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpAccess.anonymous().connectTimeout(Duration.ZERO))
        .withMessageContaining("connect timeout");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpAccess.anonymous().requestTimeout(Duration.ofSeconds(-1)))
        .withMessageContaining("request timeout");
  }
}
