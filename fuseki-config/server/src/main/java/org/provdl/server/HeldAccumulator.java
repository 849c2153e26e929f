package org.provdl.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggNull;
import org.apache.jena.sparql.expr.aggregate.AggSample;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/** One group of an aggregate, which counts what it keeps. */
final class HeldAccumulator implements Accumulator {

  private enum Keeping {
    /** A number. */
    NOTHING,
    /** One of the values. */
    ONE,
    /** Each value once. */
    DISTINCT,
    EVERY
  }

  private final Accumulator accumulator;
  private final Keeping keeping;
  private final ExprList values;
  private final VarExprList key;
  private final QueryGuard guard;
  private final Set<List<@Nullable Node>> seen = new HashSet<>(0);
  private long largest;
  private boolean begun;

  private HeldAccumulator(
      Accumulator accumulator,
      Keeping keeping,
      ExprList values,
      VarExprList key,
      QueryGuard guard) {
    this.accumulator = accumulator;
    this.keeping = keeping;
    this.values = values;
    this.key = key;
    this.guard = guard;
  }

  static HeldAccumulator of(Aggregator aggregator, VarExprList key, QueryGuard guard) {
    ExprList values = aggregator.getExprList();
    return new HeldAccumulator(
        aggregator.createAccumulator(),
        keeping(aggregator),
        values == null ? new ExprList() : values,
        key,
        guard);
  }

  private static Keeping keeping(Aggregator aggregator) {
    if (aggregator instanceof AggCount
        || aggregator instanceof AggCountVar
        || aggregator instanceof AggSum
        || aggregator instanceof AggAvg
        || aggregator instanceof AggNull) {
      return Keeping.NOTHING;
    }
    if (aggregator instanceof AggMin
        || aggregator instanceof AggMax
        || aggregator instanceof AggSample) {
      return Keeping.ONE;
    }
    return aggregator.getClass().getSimpleName().endsWith("Distinct")
            && !(aggregator instanceof AggCountDistinct)
        ? Keeping.DISTINCT
        : Keeping.EVERY;
  }

  @Override
  public void accumulate(Binding row, FunctionEnv environment) {
    if (!begun) {
      begun = true;
      guard.hold(4L * Held.ENTRY + keyBytes(row, environment));
    }
    switch (keeping) {
      case NOTHING, ONE -> guard.requireTime();
      case DISTINCT -> {
        List<@Nullable Node> terms = values(row, environment);
        if (seen.add(terms)) {
          guard.hold(3L * Held.ENTRY + bytes(terms));
        }
      }
      case EVERY ->
          guard.hold(
              values.isEmpty() ? Held.bytes(row) : Held.ENTRY + bytes(values(row, environment)));
    }
    accumulator.accumulate(row, environment);
    if (keeping == Keeping.ONE) {
      holdLargest(row, environment);
    }
  }

  /** Of the value that is kept now, without calculating it again. */
  private void holdLargest(Binding row, FunctionEnv environment) {
    NodeValue kept = accumulator.getValue();
    long bytes = kept == null ? bytes(values(row, environment)) : Held.bytes(kept.asNode());
    guard.hold(Math.max(0, bytes - largest));
    largest = Math.max(bytes, largest);
  }

  private long keyBytes(Binding row, FunctionEnv environment) {
    long bytes = 0;
    for (Var variable : key.getVars()) {
      bytes += Held.bytes(key.get(variable, row, environment));
    }
    return bytes;
  }

  private List<@Nullable Node> values(Binding row, FunctionEnv environment) {
    List<@Nullable Node> terms = new ArrayList<>(values.size());
    for (Expr value : values) {
      terms.add(value(value, row, environment));
    }
    return terms;
  }

  private static @Nullable Node value(Expr value, Binding row, FunctionEnv environment) {
    try {
      NodeValue evaluated = value.eval(row, environment);
      return evaluated.asNode();
    } catch (ExprEvalException unbound) {
      return null;
    }
  }

  private static long bytes(List<@Nullable Node> terms) {
    return terms.stream().mapToLong(Held::bytes).sum();
  }

  @Override
  public NodeValue getValue() {
    return accumulator.getValue();
  }
}
