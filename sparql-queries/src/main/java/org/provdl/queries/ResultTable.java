package org.provdl.queries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * The whole result of a SELECT query; of an ASK query one row whose only column, {@link #ANSWER},
 * is true or false. Immutable.
 *
 * @param columns the names of the columns, in order
 * @param rows the RDF terms of each row by column; a cell without a term is absent
 */
public record ResultTable(List<String> columns, List<Map<String, Node>> rows) {

  /** The column of the answer to an ASK query: {@value}. */
  public static final String ANSWER = "answer";

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
    rowSet.forEachRemaining(binding -> rows.add(row(binding)));
    return new ResultTable(columns(rowSet), rows);
  }

  static List<String> columns(RowSet rowSet) {
    return rowSet.getResultVars().stream().map(Var::getVarName).toList();
  }

  static Map<String, Node> row(Binding binding) {
    Map<String, Node> row = new HashMap<>();
    binding.forEach((variable, term) -> row.put(variable.getVarName(), term));
    return row;
  }

  /**
   * Reads the rows as records of the caller's own.
   *
   * @param row a record whose components are named as columns are, of the types {@code String},
   *     {@code double}, {@code long}, {@code int}, {@code boolean}, their boxes, {@code Instant} or
   *     {@code Node}; a column without a component is left out, and an empty cell is null
   * @param <R> the record
   * @return a record for each row
   * @throws IllegalArgumentException if a component has no column, or a value is not of its type
   */
  public <R extends Record> List<R> as(Class<R> row) {
    RecordReader<R> reader = RecordReader.of(row, columns);
    return rows.stream().map(reader::read).toList();
  }

  /** The first rows. */
  ResultTable first(int most) {
    return rows.size() <= most ? this : new ResultTable(columns, rows.subList(0, most));
  }

  /** The answer to an ASK query. */
  static ResultTable of(boolean answer) {
    return new ResultTable(
        List.of(ANSWER), List.of(Map.of(ANSWER, NodeFactory.createLiteralByValue(answer))));
  }

  /**
   * Tells whether this is the answer yes to an ASK query.
   *
   * @return false if the answer is no, or if this is the result of a SELECT query
   */
  public boolean isYes() {
    return rows.equals(of(true).rows);
  }

  /** Whether a column holds nothing but numbers, and is to be aligned so. */
  boolean isNumeric(String column) {
    return rows.stream()
        .flatMap(row -> Stream.ofNullable(row.get(column)))
        .allMatch(term -> NodeValue.makeNode(term).isNumber());
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
