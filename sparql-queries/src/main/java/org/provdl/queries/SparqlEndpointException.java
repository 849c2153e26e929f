package org.provdl.queries;

/**
 * A SPARQL endpoint is not there, refused the query or took too long. The message says which one
 * and what to do.
 */
public final class SparqlEndpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message which endpoint, what went wrong, and what to do
   * @param cause what the endpoint or the connection to it said
   */
  public SparqlEndpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
