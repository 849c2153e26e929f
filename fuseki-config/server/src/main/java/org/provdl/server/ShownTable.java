package org.provdl.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Column;
import org.provdl.queries.ResultTable;
import org.provdl.queries.TextTable;

/**
 * An answer as a page shows it: no more rows than a browser likes, and each run and study leads to
 * what can be asked about it.
 *
 * @param columns the headings
 * @param rows the first rows
 * @param total how many rows there are
 * @param downloads the addresses of the whole answer, by form
 */
record ShownTable(
    List<Column> columns, List<List<Cell>> rows, int total, Map<String, String> downloads) {

  static final int MOST_ROWS = 1_000;

  /**
   * One cell.
   *
   * @param full the term in full; null if that is the text
   * @param href where it leads to; null for nowhere
   */
  record Cell(String text, @Nullable String full, boolean number, @Nullable String href) {

    private static final Cell EMPTY = new Cell("", null, false, null);
  }

  static ShownTable of(ResultTable table, CannedQuery query, Arguments arguments, Links links) {
    Map<String, String> downloads = new LinkedHashMap<>();
    CatalogueResource.RESULTS.distinctNames().stream()
        .filter(format -> !format.equals(Offers.PAGE.name()))
        .forEach(
            format -> {
              Map<String, List<String>> values = new LinkedHashMap<>(arguments.values());
              values.put(Arguments.FORMAT, List.of(format));
              downloads.put(format, links.query(query, values));
            });
    return new ShownTable(
        query.columns(),
        table.rows().stream().limit(MOST_ROWS).map(row -> cells(table, row, links)).toList(),
        table.rows().size(),
        downloads);
  }

  /** Whether a column holds numbers, with which its heading is aligned. */
  boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream()
            .map(row -> row.get(column))
            .allMatch(cell -> cell.number() || cell.text().isEmpty());
  }

  /** How many rows there are and are seen. */
  String count() {
    String all = total == 1 ? "1 row" : "%,d rows".formatted(total);
    return rows.size() == total
        ? all
        : "the first %,d of %s; the downloads have them all".formatted(rows.size(), all);
  }

  private static List<Cell> cells(ResultTable table, Map<String, Node> row, Links links) {
    return table.columns().stream()
        .map(
            column ->
                Stream.ofNullable(row.get(column))
                    .map(term -> cell(term, links))
                    .findFirst()
                    .orElse(Cell.EMPTY))
        .toList();
  }

  private static Cell cell(Node term, Links links) {
    String text = TextTable.cell(term);
    String full = term.isLiteral() ? term.getLiteralLexicalForm() : term.toString();
    Optional<String> subject = term.isURI() ? DocumentNames.kind(full) : Optional.empty();
    return new Cell(
        text,
        full.equals(text) ? null : full,
        NodeValue.makeNode(term).isNumber(),
        subject.map(kind -> links.about(kind, full)).orElse(null));
  }
}
