package org.provdl.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.provdl.queries.BoundQuery;
import org.provdl.queries.CannedQuery;
import org.provdl.queries.Format;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;

/**
 * Prints what an endpoint answers to a query.
 *
 * @param canned the query
 * @param query the same with its values
 * @param format how it is printed
 * @param terminal where
 */
record Answer(CannedQuery canned, BoundQuery query, Format format, Terminal terminal) {

  /** Asks, and writes rows as they come where they are for programs. */
  void write(SparqlEndpoint endpoint, OutputStream out) {
    if (format != Format.TABLE) {
      query.read(endpoint, rows -> format.write(rows, out));
      return;
    }
    try {
      out.write(table(query.on(endpoint)).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks, and keeps all of the answer. */
  String text(SparqlEndpoint endpoint) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    write(endpoint, text);
    return text.toString(StandardCharsets.UTF_8);
  }

  private String table(ResultTable result) {
    return canned.isAsk()
        ? (result.isYes() ? "yes\n" : "no\n")
        : terminal.layout().describedBy(canned.columns()).answer(result);
  }
}
