package org.provdl.queries;

/** A query file of a catalogue is malformed. The message names the file. */
public final class QueryFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QueryFileException(String message) {
    super(message);
  }

  QueryFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
