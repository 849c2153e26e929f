package org.provdl.capture;

/** A journal, or a directory of journals, that cannot be used; the message says what to do. */
public final class JournalException extends RuntimeException {

  private static final long serialVersionUID = 1;

  JournalException(String message) {
    super(message);
  }

  JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
