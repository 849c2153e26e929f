package org.provdl.store;

import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/** Carries out queries as TDB2 does, and follows property paths along a {@link PathGraph}. */
final class PathExecutor extends OpExecutorTDB2 {

  PathExecutor(ExecutionContext execution) {
    super(execution);
  }

  @Override
  protected QueryIterator execute(OpPath op, QueryIterator input) {
    return new QueryIterPath(
        op.getTriplePath(),
        input,
        ExecutionContext.copyChangeActiveGraph(execCxt, PathGraph.of(execCxt)));
  }
}
