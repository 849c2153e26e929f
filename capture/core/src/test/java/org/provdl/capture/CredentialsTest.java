package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  @Test
  void aUserAndPasswordAreSentAsTheStandardSays() {
    // the example of RFC 7617
    assertThat(Credentials.basic("Aladdin", "open sesame").header())
        .isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    assertThat(Credentials.basic("test", "123\u00a3").header()).isEqualTo("Basic dGVzdDoxMjPCow==");
  }

  @Test
  void aTokenIsSentAsItIs() {
    assertThat(Credentials.bearer("mF_9.B5f-4.1JqM").header()).isEqualTo("Bearer mF_9.B5f-4.1JqM");
  }

  @Test
  void nobodyReadsTheSecretInALog() {
    Credentials basic = Credentials.basic("ada", "secret");
    assertThat(basic).hasToString("Basic credentials of ada");
    assertThat(Credentials.bearer("secret")).hasToString("a bearer token");
    assertThat(HttpAccess.with(basic).toString()).doesNotContain("secret", basic.header());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada:lovelace", "ada\n"})
  void aUserThatCannotBeSentIsRefused(String user) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.basic(user, "secret"))
        .withMessageContaining("without ':'")
        .withMessageNotContaining("secret");
  }

  @Test
  void theEndOfALineInAPasswordIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.basic("ada", "secret\n"))
        .withMessageContaining("end of its line")
        .withMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret\n", "secret\r\nX-Injected: yes", "se cret", "secr\u00e9t"})
  void aTokenThatCannotBeSentIsRefused(String token) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.bearer(token))
        .withMessageContaining("letters, digits")
        .withMessageNotContaining("secr");
  }
}
