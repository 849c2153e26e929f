package org.provdl.server;

import jakarta.servlet.http.HttpServletRequest;

/** What is read at some addresses of a service, in the form that the client likes best. */
interface WebResource {

  /** Whether this answers a request; what no resource answers is left to Fuseki. */
  boolean isAt(HttpServletRequest request);

  /** Whether an answer has to wait for the store. */
  boolean asksTheStore(HttpServletRequest request);

  /**
   * Answers a request.
   *
   * @throws Problem if there is no answer
   */
  Answer get(Asked asked);
}
