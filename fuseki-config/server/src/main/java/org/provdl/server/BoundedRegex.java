package org.provdl.server;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.sse.Tags;
import org.jspecify.annotations.Nullable;

/** REGEX. */
final class BoundedRegex extends BoundedExpression {

  private static final String FLAGS = "smixq";

  private @Nullable RegularExpression last;

  BoundedRegex(ExprList arguments) {
    super(Tags.tagRegex, arguments);
  }

  @Override
  NodeValue eval(List<NodeValue> arguments, QueryGuard guard) {
    String text =
        NodeValueOps.checkAndGetStringLiteral("REGEX", arguments.get(0)).getLiteralLexicalForm();
    String pattern = string(arguments.get(1));
    String flags = arguments.size() == 2 ? null : string(arguments.get(2));
    if (flags != null && flags.chars().anyMatch(flag -> FLAGS.indexOf(flag) < 0)) {
      throw new ExprEvalException("REGEX: Only '%s' are flags".formatted(FLAGS));
    }
    last = RegularExpression.of("Regex", pattern, flags, last);
    return NodeValue.booleanReturn(last.matcher(text, guard).find());
  }

  private static String string(NodeValue value) {
    if (!value.isString()) {
      throw new ExprException("REGEX: No string: " + value);
    }
    return value.getString();
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedRegex(arguments);
  }
}
