package org.provdl.server;

import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;

/** Replaces the functions of SPARQL that may take any time or memory by ones that do not. */
final class BoundedExpressions extends ExprTransformCopy {

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    if (function instanceof E_Regex) {
      return new BoundedRegex(arguments);
    }
    if (function instanceof E_StrReplace) {
      return new BoundedReplace(arguments);
    }
    if (function instanceof E_StrConcat) {
      return new BoundedConcat(arguments);
    }
    return super.transform(function, arguments);
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr left, Expr right) {
    return function instanceof E_Multiply
        ? new BoundedMultiply(left, right)
        : super.transform(function, left, right);
  }
}
