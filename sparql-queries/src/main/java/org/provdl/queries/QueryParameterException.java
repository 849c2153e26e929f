package org.provdl.queries;

/**
 * A parameter of a query is unknown, missing or ill-typed. The message is one line that says what
 * to give.
 */
public final class QueryParameterException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  QueryParameterException(String message) {
    super(message);
  }
}
