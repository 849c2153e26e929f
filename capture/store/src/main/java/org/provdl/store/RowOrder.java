package org.provdl.store;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.binding.BindingProjectBase;
import org.apache.jena.sparql.engine.iterator.QueryIterConvert;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.iterator.QueryIterTopN;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/**
 * The order of ORDER BY, as {@link BindingComparator} has it. ARQ evaluates its conditions at each
 * comparison of two rows, and parses numbers and dates again each time; here it does so once a row.
 *
 * <p>Belongs to one execution of an operator: not thread-safe.
 */
public final class RowOrder implements Comparator<Binding> {

  private final List<SortCondition> conditions;
  private final ExecutionContext execution;

  private RowOrder(List<SortCondition> conditions, ExecutionContext execution) {
    this.conditions = conditions;
    this.execution = execution;
  }

  /**
   * Sorts all rows.
   *
   * @param op what they are sorted by
   * @param rows of the operator below it
   * @param execution of the query
   * @return the same rows, in order
   */
  public static QueryIterator sort(OpOrder op, QueryIterator rows, ExecutionContext execution) {
    RowOrder order = new RowOrder(op.getConditions(), execution);
    return order.plain(new QueryIterSort(order.keyed(rows), order, execution));
  }

  /**
   * Sorts rows, and keeps the first.
   *
   * @param op what they are sorted by, and how many are kept
   * @param rows of the operator {@link #below} it
   * @param execution of the query
   * @return the first rows, in order
   */
  public static QueryIterator first(OpTopN op, QueryIterator rows, ExecutionContext execution) {
    RowOrder order = new RowOrder(op.getConditions(), execution);
    boolean distinct = op.getSubOp() instanceof OpDistinct;
    return order.plain(
        new QueryIterTopN(order.keyed(rows), order, op.getLimit(), distinct, execution));
  }

  /**
   * What gives the rows to sort, of which only those that are kept need to be distinct.
   *
   * @param op the operator above
   * @return the operator below
   */
  public static Op below(OpTopN op) {
    return op.getSubOp() instanceof OpDistinct distinct ? distinct.getSubOp() : op.getSubOp();
  }

  private QueryIterator keyed(QueryIterator rows) {
    return new QueryIterConvert(rows, this::keyed, execution);
  }

  private QueryIterator plain(QueryIterator rows) {
    return new QueryIterConvert(rows, row -> keyed(row).row(), execution);
  }

  /** A row that ARQ had put aside on the disk comes back without its keys. */
  private KeyedRow keyed(Binding row) {
    return row instanceof KeyedRow keyed ? keyed : new KeyedRow(row, conditions.size());
  }

  @Override
  public int compare(Binding one, Binding other) {
    KeyedRow first = keyed(one);
    KeyedRow second = keyed(other);
    for (int key = 0; key < conditions.size(); key++) {
      int compared = BindingComparator.compareNodesRaw(value(first, key), value(second, key));
      if (compared != 0) {
        return conditions.get(key).getDirection() == Query.ORDER_DESCENDING ? -compared : compared;
      }
    }
    return BindingComparator.compareBindingsSyntactic(first.row(), second.row());
  }

  private @Nullable NodeValue value(KeyedRow row, int key) {
    if (!row.known[key]) {
      row.known[key] = true;
      row.keys[key] = evaluate(conditions.get(key), row.row());
    }
    return row.keys[key];
  }

  private @Nullable NodeValue evaluate(SortCondition condition, Binding row) {
    try {
      return condition.getExpression().eval(row, execution);
    } catch (ExprEvalException unbound) {
      return null;
    }
  }

  /** A row, and what it is sorted by as far as that was needed. */
  private static final class KeyedRow extends BindingProjectBase {

    private final @Nullable NodeValue[] keys;
    private final boolean[] known;

    KeyedRow(Binding row, int conditions) {
      super(row);
      keys = new NodeValue[conditions];
      known = new boolean[conditions];
    }

    Binding row() {
      return binding;
    }

    @Override
    protected boolean accept(Var variable) {
      return true;
    }

    @Override
    protected Binding detachWithNewParent(Binding parent) {
      return binding.detach();
    }
  }
}
