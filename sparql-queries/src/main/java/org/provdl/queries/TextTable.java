package org.provdl.queries;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * Lays a result out as a table with borders, for people. Numbers are aligned at the decimal point
 * and rounded, columns have their units, and {@code !} stands before NaN and infinity. Immutable.
 */
public final class TextTable {
  /** Fits {@code sha256-} and a digest, which a person copies as a whole. */
  private static final int DIGEST = 71;

  private final int widestColumn;
  private final int width;
  private final List<Column> described;
  private final boolean coloured;

  private TextTable(int widestColumn, int width, List<Column> described, boolean coloured) {
    this.widestColumn = widestColumn;
    this.width = width;
    this.described = List.copyOf(described);
    this.coloured = coloured;
  }

  /**
   * A table as wide as what is in it, in which each row is one line.
   *
   * @return the layout
   */
  public static TextTable unlimited() {
    return new TextTable(Integer.MAX_VALUE, Integer.MAX_VALUE, List.of(), false);
  }

  /** What is printed where nothing is known of the reader. */
  static TextTable standard() {
    return unlimited().withColumnsOf(DIGEST);
  }

  /**
   * Sets how wide a column may be.
   *
   * @param characters after which a value goes on in the next line
   * @return the layout
   */
  public TextTable withColumnsOf(int characters) {
    return new TextTable(characters, width, described, coloured);
  }

  /**
   * Sets how wide the table may be. The widest texts go on in the next line, and names are cut as
   * far as they stay different; where that does not do, each row is a list of its columns.
   *
   * @param characters such as the width of a terminal
   * @return the layout
   */
  public TextTable within(int characters) {
    return new TextTable(widestColumn, characters, described, coloured);
  }

  /**
   * Adds units: to the names of the columns, and durations and sizes in units that people read.
   *
   * @param columns what is known of the columns, by name
   * @return the layout
   */
  public TextTable describedBy(List<Column> columns) {
    return new TextTable(widestColumn, width, columns, coloured);
  }

  /**
   * Sets off by colours what failed, what is running, NaN and infinity.
   *
   * @return the layout, for terminals that know the colours of ECMA-48
   */
  public TextTable inColour() {
    return new TextTable(widestColumn, width, described, true);
  }

  /**
   * What a table shows of a term: a number rounded, the last part of an IRI.
   *
   * @param term the term
   * @return the text, which other terms may share
   */
  public static String cell(Node term) {
    return CellText.of(term);
  }

  /**
   * Lays a result out, says how many rows it has, and draws the curves in it: what it has of
   * numbers by epoch or iteration, one line each.
   *
   * @param table the result
   * @return as {@link #of} does
   */
  public String answer(ResultTable table) {
    int rows = table.rows().size();
    return rows == 0
        ? "no rows\n"
        : of(table)
            + "%d %s\n".formatted(rows, rows == 1 ? "row" : "rows")
            + Sparklines.of(table, width);
  }

  /**
   * Lays a result out.
   *
   * @param table the result
   * @return lines that end in a line feed, which no value can break or colour
   */
  public String of(ResultTable table) {
    List<TableColumn> columns =
        table.columns().stream().map(name -> TableColumn.of(name, unit(name), table)).toList();
    int[] widths = TableWidths.within(width, widestColumn, columns);
    if (!TableWidths.fit(widths, width)) {
      return TableRecords.of(columns, table.rows().size(), width);
    }
    TableLines lines = new TableLines(columns, widths, coloured);
    return lines.rule("╔═", "═╤═", "═╗")
        + lines.header()
        + lines.rule("╠═", "═╪═", "═╣")
        + IntStream.range(0, table.rows().size()).mapToObj(lines::row).collect(joining())
        + lines.rule("╚═", "═╧═", "═╝");
  }

  private @Nullable String unit(String column) {
    return described.stream()
        .filter(it -> it.name().equals(column))
        .findFirst()
        .map(Column::unit)
        .orElse(null);
  }
}
