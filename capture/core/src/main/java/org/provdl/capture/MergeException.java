package org.provdl.capture;

/** The target of a {@link Merge} or of an import failed; the message says why and what to do. */
public final class MergeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MergeException(String message, Throwable cause) {
    super(message, cause);
  }
}
