package org.provdl.server;

import java.util.List;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/** A function of SPARQL that asks the guard of its query whether it may go on. */
abstract class BoundedExpression extends ExprFunctionN {

  BoundedExpression(String name, ExprList arguments) {
    super(name, arguments);
  }

  @Override
  public final NodeValue eval(List<NodeValue> arguments) {
    throw new ExprEvalException("Only for queries that are watched");
  }

  @Override
  public final NodeValue eval(List<NodeValue> arguments, FunctionEnv environment) {
    return eval(arguments, QueryGuard.of(environment));
  }

  abstract NodeValue eval(List<NodeValue> arguments, QueryGuard guard);
}
