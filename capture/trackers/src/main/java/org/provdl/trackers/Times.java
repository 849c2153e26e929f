package org.provdl.trackers;

import java.time.Instant;

/** Times that programs have written, within what a calendar of four digits knows. */
final class Times {

  private static final long LATEST = 253_402_300_799_999L;

  private Times() {}

  /**
   * Milliseconds since 1970.
   *
   * @throws UnreadableSourceException if it is no time between 1970 and 9999
   */
  static Instant ofMilliseconds(long milliseconds, String what) {
    if (milliseconds < 0 || milliseconds > LATEST) {
      throw new UnreadableSourceException("%s is no time: %d".formatted(what, milliseconds));
    }
    return Instant.ofEpochMilli(milliseconds);
  }
}
