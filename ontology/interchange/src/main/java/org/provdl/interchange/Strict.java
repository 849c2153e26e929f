package org.provdl.interchange;

import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandler;

/**
 * Ends the reading at the first error. Warnings are no errors: a lexical form that is not of its
 * type is still what the document says.
 */
final class Strict implements ErrorHandler {

  @Override
  public void warning(String message, long line, long column) {}

  @Override
  public void error(String message, long line, long column) {
    throw new RiotParseException(message, line, column);
  }

  @Override
  public void fatal(String message, long line, long column) {
    throw new RiotParseException(message, line, column);
  }
}
