package org.provdl.server;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.sse.Tags;

/** Multiplication, of numbers that do not grow for ever. */
final class BoundedMultiply extends BoundedExpression {

  private static final long MOST_BITS = 10_000;

  BoundedMultiply(Expr left, Expr right) {
    super(Tags.symMult, new ExprList(List.of(left, right)));
  }

  @Override
  NodeValue eval(List<NodeValue> arguments, QueryGuard guard) {
    NodeValue left = arguments.get(0);
    NodeValue right = arguments.get(1);
    requireBits(bits(left) + bits(right));
    return NodeValueOps.multiplicationNV(left, right);
  }

  /** The power of a number, which is exact for integers. */
  static void requirePower(NodeValue base, NodeValue exponent) {
    if (base.isInteger() && exponent.isInteger()) {
      BigInteger times = exponent.getInteger();
      requireBits(
          times.bitLength() > 31 ? Long.MAX_VALUE : bits(base) * Math.max(0, times.longValue()));
    }
  }

  private static long bits(NodeValue number) {
    if (number.isInteger()) {
      return number.getInteger().bitLength();
    }
    if (number.isDecimal()) {
      BigDecimal decimal = number.getDecimal();
      return decimal.unscaledValue().bitLength() + 4L * Math.abs(decimal.scale());
    }
    return 0;
  }

  private static void requireBits(long bits) {
    if (bits > MOST_BITS) {
      throw new ExprEvalException("The number is too large");
    }
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedMultiply(arguments.get(0), arguments.get(1));
  }
}
