package org.provdl.queries;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Writes a result as a {@code table} element of HTML, in which no value can be markup. */
final class HtmlTable {

  private HtmlTable() {}

  static String of(ResultTable table) {
    return "<table>\n<thead>\n<tr>"
        + table.columns().stream()
            .map(column -> "<th%s>%s</th>".formatted(style(table, column), escape(column)))
            .collect(Collectors.joining())
        + "</tr>\n</thead>\n<tbody>\n"
        + table.rows().stream().map(row -> row(table, row)).collect(Collectors.joining())
        + "</tbody>\n</table>\n";
  }

  private static String row(ResultTable table, Map<String, Node> row) {
    return table.columns().stream()
        .map(column -> cell(style(table, column), row.get(column)))
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  /** What a table shows, and as a hint what the term is in full. */
  private static String cell(String style, @Nullable Node term) {
    if (term == null) {
      return "<td></td>";
    }
    String shown = CellText.of(term);
    String full = term.isLiteral() ? term.getLiteralLexicalForm() : term.toString();
    String hint =
        full.equals(shown) ? "" : " title=\"%s\"".formatted(escape(Quoted.printable(full)));
    return "<td%s%s>%s</td>".formatted(style, hint, escape(shown));
  }

  private static String style(ResultTable table, String column) {
    return table.isNumeric(column) ? " class=\"number\"" : "";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
