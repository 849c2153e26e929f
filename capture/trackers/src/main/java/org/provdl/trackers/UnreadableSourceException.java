package org.provdl.trackers;

import java.io.Serial;

/** Something is not what it should be, or cannot be read; the message says what, where and why. */
public final class UnreadableSourceException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UnreadableSourceException(String message) {
    super(oneLine(message));
  }

  UnreadableSourceException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  /** What is quoted may hold anything. */
  private static String oneLine(String message) {
    String line = message.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "\ufffd");
    return line.length() <= 500 ? line : line.substring(0, 500) + " ...";
  }
}
