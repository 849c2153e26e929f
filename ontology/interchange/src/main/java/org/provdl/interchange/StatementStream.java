package org.provdl.interchange;

import org.apache.jena.graph.Node;

/**
 * Takes a document of PROV as it is read: prefixes, then statements, then bundles with the same.
 * Readers call it, writers implement it, so that neither holds a document in memory. Used by one
 * thread.
 */
public interface StatementStream {

  /**
   * A prefix, of the document or of the bundle that has begun; a hint for writers, for all names in
   * statements are whole IRIs.
   *
   * @param prefix without colon; empty for the default namespace
   * @param iri what it stands for
   */
  void namespace(String prefix, String iri);

  /**
   * Begins a bundle; what follows is in it. Bundles hold no bundles, and a name may come again.
   *
   * @param name its IRI
   */
  void beginBundle(Node name);

  /** Ends the bundle. */
  void endBundle();

  /**
   * A statement, of the document or of the bundle that has begun.
   *
   * @param statement what is stated
   */
  void statement(Statement statement);

  /** The document has ended, without an error. */
  void finish();
}
