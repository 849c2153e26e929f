package org.provdl.queries;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * Lays a result out as a table with borders, for people.
 *
 * @param widestColumn the characters of a column with its margins, after which a value goes on in
 *     the next line
 */
public record TextTable(int widestColumn) {
  /** Fits {@code sha256-} and a digest, which a person copies as a whole. */
  private static final int DIGEST = 73;

  /** A table and how many rows it has. */
  static String withCount(ResultTable table) {
    int rows = table.rows().size();
    return rows == 0
        ? "no rows\n"
        : new TextTable(DIGEST).of(table) + "%d %s\n".formatted(rows, rows == 1 ? "row" : "rows");
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
   * Lays a result out.
   *
   * @param table the result
   * @return lines that end in a line feed, which no value can break or colour
   */
  public String of(ResultTable table) {
    List<ColumnData<Map<String, Node>>> columns =
        table.columns().stream().map(name -> column(name, table)).toList();
    return AsciiTable.builder()
            .lineSeparator("\n")
            .border(borders())
            .data(table.rows(), columns)
            .asString()
        + "\n";
  }

  /** The borders of the library, less the lines between rows. */
  private static @Nullable Character[] borders() {
    @Nullable Character[] borders = AsciiTable.FANCY_ASCII.clone();
    for (int i = 0; i < borders.length; i++) {
      if (AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS[i] == null) {
        borders[i] = null;
      }
    }
    return borders;
  }

  private ColumnData<Map<String, Node>> column(String name, ResultTable table) {
    HorizontalAlign align = table.isNumeric(name) ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
    return new Column()
        .header(name)
        .headerAlign(align)
        .dataAlign(align)
        .maxWidth(widestColumn, OverflowBehaviour.NEWLINE)
        .with(row -> Stream.ofNullable(row.get(name)).map(TextTable::cell).findFirst().orElse(""));
  }
}
