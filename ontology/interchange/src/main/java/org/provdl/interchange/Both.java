package org.provdl.interchange;

import org.apache.jena.graph.Node;

/** Hands on what it takes to two streams, to the first of them first. */
record Both(StatementStream first, StatementStream second) implements StatementStream {

  @Override
  public void namespace(String prefix, String iri) {
    first.namespace(prefix, iri);
    second.namespace(prefix, iri);
  }

  @Override
  public void beginBundle(Node name) {
    first.beginBundle(name);
    second.beginBundle(name);
  }

  @Override
  public void endBundle() {
    first.endBundle();
    second.endBundle();
  }

  @Override
  public void statement(Statement statement) {
    first.statement(statement);
    second.statement(statement);
  }

  @Override
  public void finish() {
    first.finish();
    second.finish();
  }
}
