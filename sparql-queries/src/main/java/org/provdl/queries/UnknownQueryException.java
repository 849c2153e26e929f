package org.provdl.queries;

/** No query of the catalogue has the name. The message lists the nearest names. */
public final class UnknownQueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownQueryException(String message) {
    super(message);
  }
}
