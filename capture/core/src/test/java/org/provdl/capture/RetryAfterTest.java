package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "7,                               PT7S",
    "' 0 ',                           PT0S",
    "'Mon, 05 Jan 2026 10:00:30 GMT', PT30S",
    "'Mon, 05 Jan 2026 09:00:00 GMT', PT0S",
    "86400,                           PT5M",
    "'Tue, 06 Jan 2026 10:00:00 GMT', PT5M",
    "99999999999999999999,            PT0S",
    "-5,                              PT0S",
    "soon,                            PT0S",
    "'',                              PT0S"
  })
  void secondsAndDatesAreUnderstoodWithinABound(String header, Duration pause) {
    assertThat(RetryAfter.of(header, NOW)).isEqualTo(pause);
  }
}
