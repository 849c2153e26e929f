package org.provdl.server;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.serializer.SerializationContext;

/**
 * An aggregate such as COUNT, whose groups and values are counted as they are kept.
 *
 * @param groupKey of a group
 */
record HeldAggregator(Aggregator aggregator, VarExprList groupKey, QueryGuard guard)
    implements Aggregator {

  /** Those of a GROUP BY. */
  static List<ExprAggregator> all(OpGroup group, QueryGuard guard) {
    return group.getAggregators().stream()
        .map(
            each ->
                new ExprAggregator(
                    each.getVar(),
                    new HeldAggregator(each.getAggregator(), group.getGroupVars(), guard)))
        .toList();
  }

  @Override
  public Accumulator createAccumulator() {
    return HeldAccumulator.of(aggregator, groupKey, guard);
  }

  @Override
  public Node getValueEmpty() {
    return aggregator.getValueEmpty();
  }

  @Override
  public String toPrefixString() {
    return aggregator.toPrefixString();
  }

  @Override
  public String key() {
    return aggregator.key();
  }

  @Override
  public String getName() {
    return aggregator.getName();
  }

  @Override
  public ExprList getExprList() {
    return aggregator.getExprList();
  }

  @Override
  public Aggregator copy(ExprList expressions) {
    return new HeldAggregator(aggregator.copy(expressions), groupKey, guard);
  }

  @Override
  public Aggregator copyTransform(NodeTransform transform) {
    return new HeldAggregator(aggregator.copyTransform(transform), groupKey, guard);
  }

  @Override
  public boolean equals(Aggregator other, boolean bySyntax) {
    return other instanceof HeldAggregator held && aggregator.equals(held.aggregator, bySyntax);
  }

  @Override
  public String asSparqlExpr(SerializationContext context) {
    return aggregator.asSparqlExpr(context);
  }
}
