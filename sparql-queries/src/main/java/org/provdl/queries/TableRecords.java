package org.provdl.queries;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists the columns of each row below one another, where a table would be too wide. */
final class TableRecords {
  private static final int LEAST = 20;
  private static final int MOST_LINES = 20;

  private TableRecords() {}

  static String of(List<TableColumn> columns, int rows, int width) {
    int label = columns.stream().mapToInt(it -> DisplayWidth.of(it.header())).max().orElse(0);
    int room = Math.max(LEAST, width - label - 2);
    return IntStream.range(0, rows)
        .mapToObj(
            row ->
                rule(row + 1, width)
                    + columns.stream()
                        .map(column -> lines(column, row, label, room))
                        .collect(Collectors.joining()))
        .collect(Collectors.joining());
  }

  private static String rule(int number, int width) {
    String text = "══ " + number + " ";
    return text + "═".repeat(Math.max(2, width - text.length())) + "\n";
  }

  private static String lines(TableColumn column, int row, int label, int room) {
    String text = column.cells().get(row).strip();
    if (text.isEmpty()) {
      return "";
    }
    String header = column.header();
    String pad = " ".repeat(label - DisplayWidth.of(header));
    return TextWrap.lines(text, room, MOST_LINES).stream()
        .collect(Collectors.joining("\n" + " ".repeat(label + 2), header + pad + "  ", "\n"));
  }
}
