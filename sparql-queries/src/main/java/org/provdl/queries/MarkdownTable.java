package org.provdl.queries;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/** Writes a result as a table of GitHub Flavored Markdown, in which no value can be markup. */
final class MarkdownTable {
  private static final String MARKUP = "\\`*_{}[]<>()#+!|~&$^";

  private MarkdownTable() {}

  static String of(ResultTable table) {
    List<String> columns = table.columns();
    return line(columns.stream().map(MarkdownTable::escape).toList())
        + line(columns.stream().map(column -> table.isNumeric(column) ? "---:" : "---").toList())
        + table.rows().stream().map(row -> line(cells(columns, row))).collect(Collectors.joining());
  }

  private static List<String> cells(List<String> columns, Map<String, Node> row) {
    return columns.stream()
        .map(column -> row.containsKey(column) ? escape(CellText.of(row.get(column))) : "")
        .toList();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String escape(String text) {
    return text.codePoints()
        .mapToObj(
            character ->
                (MARKUP.indexOf(character) >= 0 ? "\\" : "") + Character.toString(character))
        .collect(Collectors.joining());
  }
}
