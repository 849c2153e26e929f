package org.provdl.server;

import java.util.List;
import org.apache.jena.sparql.ARQInternalErrorException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;
import org.apache.jena.sparql.function.FunctionEnv;

/** What SPARQL has by a keyword, called by an IRI. */
final class ExpressionFunction extends FunctionBase {

  private final BoundedExpression expression;
  private final int fewest;

  /** With so many arguments or one more. */
  ExpressionFunction(BoundedExpression expression, int fewest) {
    this.expression = expression;
    this.fewest = fewest;
  }

  @Override
  public void checkBuild(String name, ExprList arguments) {
    if (arguments.size() != fewest && arguments.size() != fewest + 1) {
      throw new ExprEvalException(name + ": Wrong number of arguments: " + arguments.size());
    }
  }

  @Override
  protected NodeValue exec(List<NodeValue> arguments, FunctionEnv environment) {
    try {
      return expression.eval(arguments, environment);
    } catch (ExprException failure) {
      throw new ExprEvalException(failure.getMessage(), failure);
    }
  }

  @Override
  public NodeValue exec(List<NodeValue> arguments) {
    throw new ARQInternalErrorException();
  }
}
