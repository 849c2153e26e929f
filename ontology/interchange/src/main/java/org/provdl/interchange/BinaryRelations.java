package org.provdl.interchange;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * Says of each relation whose two ends are known the property between them, also where its
 * qualified form has more to say: what questions about lineage go along.
 */
final class BinaryRelations implements StatementStream {

  private final StreamRDF out;
  private @Nullable Node bundle;

  BinaryRelations(StreamRDF out) {
    this.out = out;
  }

  @Override
  public void namespace(String prefix, String iri) {}

  @Override
  public void beginBundle(Node name) {
    bundle = SpecialNames.inRdf(name);
  }

  @Override
  public void endBundle() {
    bundle = null;
  }

  @Override
  public void finish() {}

  @Override
  public void statement(Statement statement) {
    Node property = statement.kind().property();
    if (property == null || !statement.kind().isQualified()) {
      return;
    }
    Node from = statement.argument(0);
    Node to = statement.argument(1);
    if (from == null || to == null) {
      return;
    }
    add(from, property, to);
    for (Attribute attribute : statement.attributes()) {
      DerivationType.of(attribute).ifPresent(type -> add(from, type.property(), to));
    }
  }

  private void add(Node from, Node property, Node to) {
    Triple triple = Triple.create(SpecialNames.inRdf(from), property, SpecialNames.inRdf(to));
    if (bundle == null) {
      out.triple(triple);
    } else {
      out.quad(Quad.create(bundle, triple));
    }
  }
}
