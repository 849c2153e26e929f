package org.provdl.capture;

import java.time.Duration;

/**
 * A batch of quads could not be written: for now, or for good where the target refuses what is in
 * it.
 */
final class SinkException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean refused;
  private final Duration retryAfter;

  private SinkException(String message, boolean refused, Duration retryAfter) {
    super(message);
    this.refused = refused;
    this.retryAfter = retryAfter;
  }

  /** A failure that may pass. */
  SinkException(String message) {
    this(message, false, Duration.ZERO);
  }

  /** A failure that may pass. */
  SinkException(String message, Throwable cause) {
    super(message, cause);
    this.refused = false;
    this.retryAfter = Duration.ZERO;
  }

  /** The target takes no batch like this one, however often it comes. */
  static SinkException refused(String message) {
    return new SinkException(message, true, Duration.ZERO);
  }

  /** The target asks for a pause. */
  static SinkException unavailable(String message, Duration retryAfter) {
    return new SinkException(message, false, retryAfter);
  }

  /** Whether the same batch would be refused again. */
  boolean refused() {
    return refused;
  }

  /** The least pause that the target asks for; zero where it asks for none. */
  Duration retryAfter() {
    return retryAfter;
  }
}
