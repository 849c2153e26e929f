package org.provdl.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;

/** A function that is called by an IRI, whose result could be of any size. */
record BoundedFunction(Function function, Result result) implements Function {

  private static final int MOST_DIGITS = 1_000;

  /** What comes out. */
  enum Result {
    /** All of the arguments. */
    WHOLE,
    /** As many digits as the arguments multiplied. */
    POWER,
    /** As many digits as the second argument says. */
    ROUND;

    private static final String COMPOSITE = "http://w3id.org/awslabs/neptune/SPARQL-CDTs/";

    private static final Map<String, Result> BY_NAME =
        Map.of(
            "http://www.w3.org/2005/xpath-functions/math#pow",
            POWER,
            BoundedFunctions.XPATH + "round",
            ROUND,
            BoundedFunctions.XPATH + "round-half-to-even",
            ROUND,
            BoundedFunctions.XPATH + "concat",
            WHOLE,
            ARQConstants.ARQFunctionLibraryURI + "strjoin",
            WHOLE,
            COMPOSITE + "List",
            WHOLE,
            COMPOSITE + "Map",
            WHOLE,
            COMPOSITE + "concat",
            WHOLE,
            COMPOSITE + "merge",
            WHOLE,
            COMPOSITE + "put",
            WHOLE);

    /** That of a function which needs bounds. */
    static Optional<Result> of(String name) {
      return Optional.ofNullable(BY_NAME.get(name));
    }
  }

  @Override
  public void build(String name, ExprList arguments, Context context) {
    function.build(name, arguments, context);
  }

  @Override
  public NodeValue exec(Binding row, ExprList arguments, String name, FunctionEnv environment) {
    ExprList evaluated =
        new ExprList(
            StreamSupport.stream(arguments.spliterator(), false)
                .map(each -> evaluated(each, row, environment))
                .toList());
    List<NodeValue> values =
        evaluated.getList().stream()
            .filter(NodeValue.class::isInstance)
            .map(NodeValue.class::cast)
            .toList();
    if (result == Result.WHOLE) {
      BoundedConcat.requireMemory(values, QueryGuard.of(environment));
    } else if (values.size() == 2) {
      requireDigits(values.get(0), values.get(1));
    }
    return function.exec(row, evaluated, name, environment);
  }

  private void requireDigits(NodeValue first, NodeValue second) {
    if (result == Result.POWER) {
      BoundedMultiply.requirePower(first, second);
    } else if (second.isNumber() && Math.abs(second.getDouble()) > MOST_DIGITS) {
      throw new ExprEvalException("Too many digits");
    }
  }

  /** Those that fail are left to the function, which may not need them. */
  private static Expr evaluated(Expr argument, Binding row, FunctionEnv environment) {
    try {
      return argument.eval(row, environment);
    } catch (ExprEvalException failure) {
      return argument;
    }
  }
}
