package org.provdl.server;

import java.util.List;
import java.util.regex.Matcher;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.sse.Tags;
import org.jspecify.annotations.Nullable;

/** REPLACE. */
final class BoundedReplace extends BoundedExpression {

  private @Nullable RegularExpression last;

  BoundedReplace(ExprList arguments) {
    super(Tags.tagReplace, arguments);
  }

  @Override
  NodeValue eval(List<NodeValue> arguments, QueryGuard guard) {
    Node term = string(arguments.get(0));
    String text = term.getLiteralLexicalForm();
    last =
        RegularExpression.of(
            "REPLACE",
            string(arguments.get(1)).getLiteralLexicalForm(),
            arguments.size() == 3 ? null : string(arguments.get(3)).getLiteralLexicalForm(),
            last);
    String replaced =
        replace(
            last.matcher(text, guard),
            text,
            string(arguments.get(2)).getLiteralLexicalForm(),
            guard);
    return replaced.equals(text)
        ? arguments.get(0)
        : NodeValue.makeNode(
            NodeFactory.createLiteral(
                replaced, term.getLiteralLanguage(), term.getLiteralDatatype()));
  }

  /** As ARQ does: an empty match counts as the first one only. */
  private static String replace(
      Matcher matcher, String text, String replacement, QueryGuard guard) {
    StringBuilder replaced = new StringBuilder();
    long references = replacement.chars().filter(sign -> sign == '$').count();
    boolean found = false;
    long held = 0;
    try {
      while (matcher.find()) {
        if (found && matcher.start() == matcher.end()) {
          continue;
        }
        found = true;
        long length =
            (long) replaced.length()
                + text.length()
                + replacement.length()
                + references * longestGroup(matcher);
        if (length > held + BoundedConcat.LARGE) {
          guard.hold(2 * (length - held));
          held = length;
        }
        matcher.appendReplacement(replaced, replacement);
      }
    } catch (IndexOutOfBoundsException noGroup) {
      throw new ExprEvalException("REPLACE: No such group", noGroup);
    }
    return found ? matcher.appendTail(replaced).toString() : text;
  }

  private static int longestGroup(Matcher matcher) {
    int longest = 0;
    for (int group = 0; group <= matcher.groupCount(); group++) {
      longest = Math.max(longest, matcher.end(group) - matcher.start(group));
    }
    return longest;
  }

  private static Node string(NodeValue value) {
    return NodeValueOps.checkAndGetStringLiteral("replace", value);
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedReplace(arguments);
  }
}
