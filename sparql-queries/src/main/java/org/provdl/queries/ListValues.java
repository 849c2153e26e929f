package org.provdl.queries;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of lists where a query has {@code VALUES ?list { UNDEF }}. Without values that
 * part goes, so that the variable stands for anything; {@code FILTER EXISTS} around it goes as a
 * whole, so that nothing is asked of each of many rows.
 */
final class ListValues extends ElementTransformCopyBase {
  private final Map<Var, List<Node>> lists;

  private ListValues(Map<Var, List<Node>> lists) {
    this.lists = lists;
  }

  /** A copy of the query with those values. */
  static Query put(Map<Var, List<Node>> lists, Query query) {
    ListValues transform = new ListValues(lists);
    return QueryTransformOps.transform(
        query, transform, new ExprTransformApplyElementTransform(transform));
  }

  @Override
  public Element transform(ElementFilter filter, Expr transformed) {
    return filter.getExpr() instanceof E_Exists exists
            && exists.getElement() instanceof ElementGroup group
            && asksOnlyOfListsWithoutValues(group)
        ? new ElementGroup()
        : super.transform(filter, transformed);
  }

  private boolean asksOnlyOfListsWithoutValues(ElementGroup group) {
    List<List<Node>> asked =
        group.getElements().stream()
            .filter(ElementData.class::isInstance)
            .map(data -> values((ElementData) data))
            .toList();
    return !asked.isEmpty() && asked.stream().allMatch(List.of()::equals);
  }

  private @Nullable List<Node> values(ElementData data) {
    return data.getVars().size() == 1 ? lists.get(data.getVars().get(0)) : null;
  }

  @Override
  public Element transform(ElementData data) {
    List<Node> values = values(data);
    if (values == null) {
      return data;
    }
    if (values.isEmpty()) {
      return new ElementGroup();
    }
    Var variable = data.getVars().get(0);
    List<Binding> rows =
        values.stream().map(value -> BindingFactory.binding(variable, value)).toList();
    return new ElementData(List.of(variable), rows);
  }
}
