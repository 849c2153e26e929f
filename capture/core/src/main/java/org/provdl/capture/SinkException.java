package org.provdl.capture;

import java.time.Duration;

/** A batch of quads could not be written. */
final class SinkException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SinkException(String message) {
    super(message);
  }

  SinkException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether the target will never take this batch. */
  boolean refused() {
    return false;
  }

  /** How long the target asks to wait at least. */
  Duration retryAfter() {
    return Duration.ZERO;
  }
}
