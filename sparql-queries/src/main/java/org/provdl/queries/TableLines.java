package org.provdl.queries;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.provdl.queries.TableColumn.Kind;

/** The lines of a table, in columns whose widths are known. */
final class TableLines {
  /** What is longer says less than it hides. */
  private static final int MOST_LINES = 8;

  private static final String RED = "\u001B[31m";
  private static final String BLUE = "\u001B[34m";
  private static final String RESET = "\u001B[0m";

  private final List<TableColumn> columns;
  private final int[] widths;
  private final boolean coloured;

  TableLines(List<TableColumn> columns, int[] widths, boolean coloured) {
    this.columns = columns;
    this.widths = widths.clone();
    this.coloured = coloured;
  }

  String rule(String left, String between, String right) {
    return Arrays.stream(widths)
        .mapToObj("═"::repeat)
        .collect(Collectors.joining(between, left, right + "\n"));
  }

  String header() {
    return lines(i -> TextWrap.lines(columns.get(i).header(), widths[i], MOST_LINES), false);
  }

  String row(int index) {
    return lines(i -> wrapped(columns.get(i), index, widths[i]), coloured);
  }

  private static List<String> wrapped(TableColumn column, int row, int width) {
    String text = column.cells().get(row);
    return column.kind() == Kind.NAME
        ? List.of(TextWrap.shorten(text, width))
        : TextWrap.lines(text, width, MOST_LINES);
  }

  private String lines(IntFunction<List<String>> column, boolean colours) {
    List<List<String>> cells = IntStream.range(0, widths.length).mapToObj(column).toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(1);
    return IntStream.range(0, height)
        .mapToObj(
            line ->
                IntStream.range(0, widths.length)
                    .mapToObj(i -> cell(i, cells.get(i), line, colours))
                    .collect(Collectors.joining(" │ ", "║ ", " ║\n")))
        .collect(Collectors.joining());
  }

  private String cell(int column, List<String> lines, int line, boolean colours) {
    String text = line < lines.size() ? lines.get(line) : "";
    String pad = " ".repeat(Math.max(0, widths[column] - DisplayWidth.of(text)));
    String painted = colours ? painted(text) : text;
    return columns.get(column).kind() == Kind.NUMBER ? pad + painted : painted + pad;
  }

  private static String painted(String text) {
    return switch (text.strip()) {
      case "failed", "!NaN", "!INF", "!-INF" -> RED + text + RESET;
      case "running" -> BLUE + text + RESET;
      default -> text;
    };
  }
}
