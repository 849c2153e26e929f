package org.provdl.store;

import java.util.function.Predicate;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterFilterExpr;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.tdb2.solver.PatternMatchTDB2;
import org.apache.jena.tdb2.solver.QC2;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.store.NodeId;

/**
 * Carries out queries as TDB2 does, with the same rows, but does some things once that ARQ does
 * again and again: see {@link PathGraph}, {@link PropertyFilter} and {@link RowOrder}.
 */
final class StoreExecutor extends OpExecutorTDB2 {

  StoreExecutor(ExecutionContext execution) {
    super(execution);
  }

  @Override
  protected QueryIterator execute(OpFilter op, QueryIterator input) {
    PropertyFilter filter = PropertyFilter.of(op);
    if (filter == null
        || !(execCxt.getActiveGraph() instanceof GraphTDB graph)
        || QC2.getFilter(execCxt.getContext()) != null) {
      return super.execute(op, input);
    }
    Predicate<Tuple<NodeId>> left = filter.of(graph.getNodeTupleTable().getNodeTable());
    QueryIterator rows = match(op.getSubOp(), input, graph, left);
    for (Expr other : filter.others()) {
      rows = new QueryIterFilterExpr(rows, other, execCxt);
    }
    return rows;
  }

  private QueryIterator match(
      Op pattern, QueryIterator input, GraphTDB graph, Predicate<Tuple<NodeId>> left) {
    return pattern instanceof OpQuadPattern quads
        ? PatternMatchTDB2.execute(
            graph.getDSG(), quads.getGraphNode(), quads.getBasicPattern(), input, left, execCxt)
        : PatternMatchTDB2.execute(graph, ((OpBGP) pattern).getPattern(), input, left, execCxt);
  }

  @Override
  protected QueryIterator execute(OpOrder op, QueryIterator input) {
    return RowOrder.sort(op, exec(op.getSubOp(), input), execCxt);
  }

  @Override
  protected QueryIterator execute(OpTopN op, QueryIterator input) {
    return RowOrder.first(op, exec(RowOrder.below(op), input), execCxt);
  }

  @Override
  protected QueryIterator execute(OpPath op, QueryIterator input) {
    return new QueryIterPath(
        op.getTriplePath(),
        input,
        ExecutionContext.copyChangeActiveGraph(execCxt, PathGraph.of(execCxt)));
  }
}
