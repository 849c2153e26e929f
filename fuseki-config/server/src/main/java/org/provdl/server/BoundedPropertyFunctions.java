package org.provdl.server;

import java.util.Iterator;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The properties that are calculated: the registered ones, such as those of lists. The rest of
 * ARQ's library is not there, for it splits texts by regular expressions and joins them without
 * end; and no class of Java is loaded by its name.
 */
final class BoundedPropertyFunctions extends PropertyFunctionRegistry {

  /** Begins with what is registered. */
  BoundedPropertyFunctions(PropertyFunctionRegistry stock) {
    Iterator<String> names = stock.keys();
    while (names.hasNext()) {
      String name = names.next();
      if (!name.startsWith(ARQConstants.javaClassURIScheme)) {
        put(name, stock.get(name));
      }
    }
  }

  @Override
  public boolean manages(String name) {
    return isRegistered(name);
  }

  @Override
  public @Nullable PropertyFunctionFactory get(String name) {
    return isRegistered(name) ? super.get(name) : null;
  }
}
