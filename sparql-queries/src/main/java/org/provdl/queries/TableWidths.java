package org.provdl.queries;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.provdl.queries.TableColumn.Kind;

/** Shares the width of a terminal among the columns of a table. */
final class TableWidths {
  /** A border and a blank on either side of each column, and the last border. */
  private static final int AROUND = 3;

  private static final int SENTENCE = 24;
  private static final int WORD = 10;

  private final List<TableColumn> columns;
  private final int[] widths;

  private TableWidths(List<TableColumn> columns) {
    this.columns = columns;
    this.widths = columns.stream().mapToInt(TableColumn::width).toArray();
  }

  /** The width of each column so that all fit, as far as they can. */
  static int[] within(int limit, int widestColumn, List<TableColumn> columns) {
    TableWidths table = new TableWidths(columns);
    for (int i = 0; i < table.widths.length; i++) {
      table.widths[i] = Math.min(table.widths[i], Math.max(widestColumn, 1));
    }
    // First what reads well in several lines, last what becomes hard to read.
    table.narrow(limit, column -> column.kind() == Kind.TEXT, column -> SENTENCE);
    table.narrow(
        limit,
        column -> true,
        column -> Math.max(column.cellWidth(), TextWrap.widestPart(column.header())));
    table.narrow(limit, column -> column.kind() == Kind.NAME, TableWidths::shortenedName);
    table.narrow(limit, column -> column.kind() == Kind.TEXT, column -> WORD);
    return table.widths;
  }

  /** Whether that is as wide as was asked for. */
  static boolean fit(int[] widths, int limit) {
    return total(widths) <= limit;
  }

  /** Names are told apart by their beginnings. */
  private static int shortenedName(TableColumn column) {
    List<String> names = column.cells().stream().distinct().sorted().toList();
    int alike = 0;
    for (int i = 1; i < names.size(); i++) {
      String before = names.get(i - 1);
      String name = names.get(i);
      int end = 0;
      while (end < Math.min(before.length(), name.length())
          && before.charAt(end) == name.charAt(end)) {
        end++;
      }
      alike = Math.max(alike, end);
    }
    return Math.max(WORD, alike + 2);
  }

  /** Takes from the widest of those columns until all fit or none is wider than its least. */
  private void narrow(int limit, Predicate<TableColumn> which, ToIntFunction<TableColumn> least) {
    while (!fit(widths, limit)) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (which.test(columns.get(i))
            && widths[i] > least.applyAsInt(columns.get(i))
            && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }

  private static long total(int[] widths) {
    long total = 1;
    for (int width : widths) {
      total += width + AROUND;
    }
    return total;
  }
}
