package org.provdl.server;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.MappedLoader;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a query calls by an IRI: the registered ones, and of ARQ's library those that
 * neither wait nor print nor make texts of any length. No class of Java is loaded by its name.
 */
final class BoundedFunctions extends FunctionRegistry {

  static final String XPATH = "http://www.w3.org/2005/xpath-functions#";

  /** Those of ARQ that are classes of its library and that a query may have. */
  private static final Set<String> LIBRARY =
      Set.of(
          "bnode",
          "date",
          "e",
          "evenInteger",
          "langeq",
          "localname",
          "max",
          "min",
          "namespace",
          "now",
          "nowtz",
          "pi",
          "sha1sum",
          "sqrt",
          "strjoin",
          "strlen",
          "struuid",
          "substr",
          "substring",
          "timezone",
          "uuid",
          "version");

  /** Begins with what is registered. */
  BoundedFunctions(FunctionRegistry stock) {
    Iterator<String> names = stock.keys();
    while (names.hasNext()) {
      String name = names.next();
      if (isHarmless(name)) {
        put(name, bounded(stock.get(name)));
      }
    }
    FunctionRegistry library = new FunctionRegistry();
    for (String name : LIBRARY) {
      String iri = ARQConstants.ARQFunctionLibraryURI + name;
      put(iri, bounded(library.get(iri)));
    }
    put(XPATH + "matches", expression(BoundedRegex::new, 2));
    put(XPATH + "replace", expression(BoundedReplace::new, 3));
  }

  /** None of a library that is loaded by names, other than those that have names of their own. */
  private static boolean isHarmless(String name) {
    return MappedLoader.mapDynamicURI(name) == null
        || name.endsWith("-timezone")
        || name.endsWith("collation");
  }

  @Override
  public @Nullable FunctionFactory get(String name) {
    return isRegistered(name) ? super.get(name) : null;
  }

  private static FunctionFactory bounded(FunctionFactory stock) {
    return name ->
        BoundedFunction.Result.of(name)
            .map(result -> (Function) new BoundedFunction(stock.create(name), result))
            .orElseGet(() -> stock.create(name));
  }

  private static FunctionFactory expression(
      java.util.function.Function<ExprList, BoundedExpression> function, int fewest) {
    return name -> new ExpressionFunction(function.apply(new ExprList(List.of())), fewest);
  }
}
