package org.provdl.server;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.sse.Tags;

/** CONCAT. */
final class BoundedConcat extends BoundedExpression {

  /** From so many characters on, each text counts as kept. */
  static final int LARGE = 1 << 16;

  BoundedConcat(ExprList arguments) {
    super(Tags.tagConcat, arguments);
  }

  @Override
  NodeValue eval(List<NodeValue> arguments, QueryGuard guard) {
    requireMemory(arguments, guard);
    return XSDFuncOp.strConcat(arguments);
  }

  /** Refuses to make something of a size in the order of what it is made from. */
  static void requireMemory(List<NodeValue> arguments, QueryGuard guard) {
    long bytes = arguments.stream().mapToLong(each -> Held.bytes(each.asNode())).sum();
    if (bytes > LARGE) {
      guard.hold(2 * bytes);
    }
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedConcat(arguments);
  }
}
