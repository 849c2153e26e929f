package org.provdl.queries;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultsWriter;

/**
 * How a {@link ResultTable} is written, in UTF-8.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-csv-tsv/">SPARQL 1.1 Query Results CSV</a>
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON</a>
 */
public enum Format {
  /** For people in a terminal: IRIs, numbers and times are shortened. */
  TABLE("text/plain"),
  /** The values as comma-separated text, without their types. */
  CSV("text/csv"),
  /** The RDF terms in full. */
  JSON("application/sparql-results+json"),
  /** A table of GitHub Flavored Markdown, with what {@link #TABLE} shows. */
  MARKDOWN("text/markdown"),
  /** A {@code table} element of HTML, with what {@link #TABLE} shows, and the terms as hints. */
  HTML("text/html");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /**
   * Returns the media type.
   *
   * @return such as {@code text/csv}
   */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Writes a result.
   *
   * @param table the result
   * @param out where to; it is flushed and stays open
   * @throws UncheckedIOException if it cannot be written to
   */
  public void write(ResultTable table, OutputStream out) {
    switch (this) {
      case TABLE -> write(TextTable.standard().answer(table), out);
      case CSV -> write(ResultSetLang.RS_CSV, table.rowSet(), out);
      case JSON -> write(ResultSetLang.RS_JSON, table.rowSet(), out);
      case MARKDOWN -> write(MarkdownTable.of(table), out);
      case HTML -> write(HtmlTable.of(table), out);
    }
  }

  /**
   * Writes rows as they come, however many there are, where the format is for programs; else reads
   * them all first.
   *
   * @param rows the rows, which are consumed
   * @param out where to; it is flushed and stays open
   * @throws UncheckedIOException if it cannot be written to
   */
  public void write(RowSet rows, OutputStream out) {
    switch (this) {
      case CSV -> write(ResultSetLang.RS_CSV, rows, out);
      case JSON -> write(ResultSetLang.RS_JSON, rows, out);
      case TABLE, MARKDOWN, HTML -> write(ResultTable.copyOf(rows), out);
    }
  }

  private static void write(String text, OutputStream out) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Lang lang, RowSet rows, OutputStream out) {
    ResultsWriter.create().lang(lang).write(out, rows);
  }
}
