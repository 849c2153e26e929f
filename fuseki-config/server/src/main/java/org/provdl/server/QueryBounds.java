package org.provdl.server;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * How much time and memory each query of a dataset may take, whoever asks it and wherever. ARQ has
 * a limit of the time, which reaches neither into regular expressions and property paths nor into
 * what comes before the first row, and none of the memory.
 *
 * @param time of a query
 * @param bytes that a query may hold to sort, group, join, describe or construct, as estimated
 * @param allBytes that all queries may hold
 * @param held by all of them now
 */
record QueryBounds(Duration time, long bytes, long allBytes, AtomicLong held) {

  /** The memory of a query in the context of a dataset, in MiB. */
  static final Symbol MEMORY = Symbol.create("https://w3id.org/provdl#queryMemory");

  private static final long MIB = 1 << 20;

  /**
   * Those of a dataset: some of the memory that there is, unless its context says another; and for
   * all queries twice as much.
   *
   * @throws IllegalArgumentException if the context says no number
   */
  static QueryBounds of(Duration time, Context context) {
    String chosen = context.getAsString(MEMORY);
    long bytes =
        chosen == null
            ? Math.max(32 * MIB, Runtime.getRuntime().maxMemory() / 8)
            : parse(chosen) * MIB;
    return new QueryBounds(time, bytes, 2 * bytes, new AtomicLong());
  }

  private static long parse(String mebibytes) {
    if (!mebibytes.matches("[1-9][0-9]{0,7}")) {
      throw new IllegalArgumentException(
          "%s is a number of MiB, such as 512, and not '%s'.".formatted(MEMORY, mebibytes));
    }
    return Long.parseLong(mebibytes);
  }

  /** Bounds all queries that are asked in the context of a dataset from now on. */
  void addTo(Context context) {
    OpExecutorFactory factory = QC.getFactory(context);
    OpExecutorFactory stock = factory == null ? OpExecutor.stdFactory : factory;
    QC.setFactory(context, execution -> new BoundedExecutor(execution, stock, this));
    // Whatever is calculated ahead would be so without bounds.
    context.set(ARQ.optExprConstantFolding, false);
    FunctionRegistry.set(context, new BoundedFunctions(FunctionRegistry.get()));
    PropertyFunctionRegistry.set(
        context, new BoundedPropertyFunctions(PropertyFunctionRegistry.get()));
  }

  /** Begins a query. */
  QueryGuard begin(ExecutionContext execution) {
    QueryGuard guard = new QueryGuard(this, execution.getCancelSignal());
    execution.getContext().set(QueryGuard.SYMBOL, guard);
    return guard;
  }
}
