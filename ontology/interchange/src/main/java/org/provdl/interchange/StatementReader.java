package org.provdl.interchange;

import java.io.IOException;

/**
 * Reads a syntax of PROV. Keeps nothing between two documents, so that several threads may use it.
 */
interface StatementReader {

  /** The most characters that a literal, a name or an IRI may have. */
  int MAX_TEXT = 16 * 1024 * 1024;

  /** The most prefixes that a document, or a bundle, may declare. */
  int MAX_PREFIXES = 100_000;

  /**
   * Reads a document to its end, statement by statement.
   *
   * @param losses is told what is in the document and is no statement of PROV
   * @throws InvalidDocumentException if it is not of the syntax, at the place where that shows
   */
  void read(DocumentSource source, Losses losses, StatementStream to) throws IOException;
}
