package org.provdl.store;

import java.util.function.Predicate;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
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
 * Carries out queries as TDB2 does, but reads fewer terms: a {@link PropertyFilter} leaves out
 * quads of other properties, and property paths are followed along a {@link PathGraph}.
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
  protected QueryIterator execute(OpPath op, QueryIterator input) {
    return new QueryIterPath(
        op.getTriplePath(),
        input,
        ExecutionContext.copyChangeActiveGraph(execCxt, PathGraph.of(execCxt)));
  }
}
