package org.provdl.interchange;

import org.apache.jena.graph.Node;

/** Counts statements, and forgets them. */
final class StatementCounter implements StatementStream {

  private int count;

  int count() {
    return count;
  }

  @Override
  public void namespace(String prefix, String iri) {}

  @Override
  public void beginBundle(Node name) {}

  @Override
  public void endBundle() {}

  @Override
  public void statement(Statement statement) {
    count++;
  }

  @Override
  public void finish() {}
}
