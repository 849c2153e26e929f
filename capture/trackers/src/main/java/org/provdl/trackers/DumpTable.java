package org.provdl.trackers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A table of a dump: names of columns, and rows of texts by them. Not thread-safe. */
final class DumpTable {

  final List<String> columns = new ArrayList<>();
  final List<Map<String, String>> rows = new ArrayList<>();

  /**
   * Adds a row; a cell that says {@code NULL} is left out.
   *
   * @throws UnreadableSourceException if it has another number of cells than there are columns
   */
  void add(List<String> cells, long line) {
    if (cells.size() != columns.size()) {
      throw new UnreadableSourceException(
          "line %d has %d values for %d columns".formatted(line, cells.size(), columns.size()));
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).equals("NULL")) {
        row.put(columns.get(i), cells.get(i));
      }
    }
    rows.add(row);
  }

  /** The value of the first column whose name is so; null where there is none. */
  static @Nullable String value(Map<String, String> row, Predicate<String> name) {
    return row.entrySet().stream()
        .filter(cell -> name.test(cell.getKey().toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
