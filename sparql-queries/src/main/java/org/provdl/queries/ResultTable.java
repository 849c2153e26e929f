package org.provdl.queries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * The whole result of a SELECT query. Immutable.
 *
 * @param columns the names of the columns, in order
 * @param rows the RDF terms of each row by column; a cell without a term is absent
 */
public record ResultTable(List<String> columns, List<Map<String, Node>> rows) {

  /**
   * Copies what it is given.
   *
   * @param columns the names of the columns, in order
   * @param rows the RDF terms of each row by column
   */
  public ResultTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(row -> Map.copyOf(row)).toList();
  }

  /**
   * Reads all rows that Jena returns.
   *
   * @param rowSet the rows, which are consumed
   * @return the result, which no longer depends on them or their transaction
   */
  public static ResultTable copyOf(RowSet rowSet) {
    List<Map<String, Node>> rows = new ArrayList<>();
    rowSet.forEachRemaining(
        binding -> {
          Map<String, Node> row = new HashMap<>();
          binding.forEach((variable, term) -> row.put(variable.getVarName(), term));
          rows.add(row);
        });
    return new ResultTable(rowSet.getResultVars().stream().map(Var::getVarName).toList(), rows);
  }

  /** The rows as Jena's writers take them. */
  RowSet rowSet() {
    return RowSetStream.create(
        Var.varList(columns), rows.stream().map(ResultTable::binding).iterator());
  }

  private static Binding binding(Map<String, Node> row) {
    BindingBuilder binding = Binding.builder();
    row.forEach((column, term) -> binding.add(Var.alloc(column), term));
    return binding.build();
  }
}
