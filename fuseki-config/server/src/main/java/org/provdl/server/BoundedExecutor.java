package org.provdl.server;

import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpAntiJoin;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDatasetNames;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSemiJoin;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterHalfJoin;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.jspecify.annotations.Nullable;
import org.provdl.store.PathGraph;
import org.provdl.store.RowOrder;

/**
 * Carries out queries as ARQ does, within bounds: counts the rows that an operator keeps, and lets
 * the dataset's own executor match patterns.
 */
final class BoundedExecutor extends OpExecutor {

  private final OpExecutorFactory stock;
  private final QueryBounds bounds;
  private @Nullable QueryGuard guard;

  BoundedExecutor(ExecutionContext execution, OpExecutorFactory stock, QueryBounds bounds) {
    super(execution);
    this.stock = stock;
    this.bounds = bounds;
    this.guard = QueryGuard.of(execution.getContext());
  }

  @Override
  protected QueryIterator exec(Op op, QueryIterator input) {
    return guard == null ? begin(op, input) : continued(op, input);
  }

  /** The first step of a query, of which all others are parts. */
  private QueryIterator begin(Op op, QueryIterator input) {
    QueryGuard begun = bounds.begin(execCxt);
    guard = begun;
    try {
      Op bounded = Transformer.transform(new TransformCopy(), new BoundedExpressions(), op);
      return new GuardedRows(continued(bounded, input), begun, execCxt.getContext());
    } catch (RuntimeException | Error failure) {
      begun.close();
      throw failure;
    }
  }

  private QueryIterator continued(Op op, QueryIterator input) {
    return isMatching(op) ? stock.create(execCxt).executeOp(op, input) : super.exec(op, input);
  }

  /** What stores do in their own way, and without keeping rows. */
  private static boolean isMatching(Op op) {
    return op instanceof OpBGP
        || op instanceof OpQuadPattern
        || op instanceof OpGraph
        || op instanceof OpDatasetNames
        || (op instanceof OpFilter filter
            && (filter.getSubOp() instanceof OpBGP || filter.getSubOp() instanceof OpQuadPattern));
  }

  private QueryGuard guard() {
    if (guard == null) {
      throw new IllegalStateException("The query has not begun.");
    }
    return guard;
  }

  private QueryIterator held(QueryIterator rows) {
    return Held.rows(rows, guard());
  }

  @Override
  protected QueryIterator execute(OpOrder op, QueryIterator input) {
    return RowOrder.sort(op, held(exec(op.getSubOp(), input)), execCxt);
  }

  @Override
  protected QueryIterator execute(OpTopN op, QueryIterator input) {
    return RowOrder.first(op, exec(RowOrder.below(op), input), execCxt);
  }

  /** What has been seen is what has come out. */
  @Override
  protected QueryIterator execute(OpDistinct op, QueryIterator input) {
    return held(super.execute(op, input));
  }

  @Override
  protected QueryIterator execute(OpGroup op, QueryIterator input) {
    QueryIterator rows = exec(op.getSubOp(), input);
    return new QueryIterGroup(
        op.getAggregators().isEmpty() ? held(rows) : rows,
        op.getGroupVars(),
        HeldAggregator.all(op, guard()),
        execCxt);
  }

  @Override
  protected QueryIterator execute(OpJoin op, QueryIterator input) {
    return Join.join(held(exec(op.getLeft(), input)), exec(op.getRight(), root()), execCxt);
  }

  @Override
  protected QueryIterator execute(OpTable op, QueryIterator input) {
    boolean joined = !op.isJoinIdentity() && !input.isJoinIdentity();
    return super.execute(op, joined ? held(input) : input);
  }

  @Override
  protected QueryIterator execute(OpLeftJoin op, QueryIterator input) {
    return Join.leftJoin(
        exec(op.getLeft(), input), held(exec(op.getRight(), root())), op.getExprs(), execCxt);
  }

  @Override
  protected QueryIterator execute(OpSemiJoin op, QueryIterator input) {
    return QueryIterHalfJoin.semiJoin(
        exec(op.getLeft(), input), held(exec(op.getRight(), root())), execCxt);
  }

  @Override
  protected QueryIterator execute(OpAntiJoin op, QueryIterator input) {
    return QueryIterHalfJoin.antiJoin(
        exec(op.getLeft(), input), held(exec(op.getRight(), root())), execCxt);
  }

  @Override
  protected QueryIterator execute(OpMinus op, QueryIterator input) {
    Set<Var> common = OpVars.visibleVars(op.getLeft());
    common.retainAll(OpVars.visibleVars(op.getRight()));
    return QueryIterMinus.create(
        exec(op.getLeft(), input), held(exec(op.getRight(), root())), common, execCxt);
  }

  @Override
  protected QueryIterator execute(OpExtend op, QueryIterator input) {
    return new LargeValues(super.execute(op, input), op.getVarExprList().getVars(), guard());
  }

  @Override
  protected QueryIterator execute(OpAssign op, QueryIterator input) {
    return new LargeValues(super.execute(op, input), op.getVarExprList().getVars(), guard());
  }

  @Override
  protected QueryIterator execute(OpPath op, QueryIterator input) {
    BoundedGraph graph = new BoundedGraph(PathGraph.of(execCxt), guard());
    return new QueryIterPath(
        op.getTriplePath(), input, ExecutionContext.copyChangeActiveGraph(execCxt, graph));
  }
}
