package org.provdl.capture;

/** A batch of quads could not be written. */
final class SinkException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SinkException(String message) {
    super(message);
  }

  SinkException(String message, Throwable cause) {
    super(message, cause);
  }
}
