package org.provdl.capture;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * The header in which a server says when to come again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110, Retry-After</a>
 */
final class RetryAfter {

  /** No server makes us wait longer. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private RetryAfter() {}

  /** The time to wait, from a number of seconds or a date; zero where it is neither. */
  static Duration of(String header, Instant now) {
    String text = header.strip();
    Duration wait;
    try {
      wait =
          text.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException neither) {
      return Duration.ZERO;
    }
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
