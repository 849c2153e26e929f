package org.provdl.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Check;
import org.provdl.capture.Check.Verdict;
import org.provdl.queries.Format;
import org.provdl.queries.ResultTable;

/** Prints checks as a table, and what is impossible below it. */
final class Checks {

  private static final List<String> COLUMNS = List.of("what", "recorded", "now", "verdict");

  private final PrintWriter out;

  Checks(PrintWriter out) {
    this.out = out;
  }

  void print(String title, List<Check> checks) {
    out.println(title);
    List<Map<String, Node>> rows =
        checks.stream()
            .filter(check -> check.verdict() != Verdict.IMPOSSIBLE)
            .map(Checks::row)
            .toList();
    if (!rows.isEmpty()) {
      ByteArrayOutputStream table = new ByteArrayOutputStream();
      Format.TABLE.write(new ResultTable(COLUMNS, rows), table);
      out.print(table.toString(StandardCharsets.UTF_8));
    }
    checks.stream()
        .filter(check -> check.verdict() == Verdict.IMPOSSIBLE)
        .forEach(
            check ->
                out.printf("Impossible: %s: %s%n", plain(check.subject()), plain(check.found())));
    out.println();
    out.flush();
  }

  private static Map<String, Node> row(Check check) {
    Map<String, Node> row = new LinkedHashMap<>();
    row.put("what", text(check.subject()));
    row.put("recorded", text(check.recorded()));
    row.put("now", text(check.found()));
    row.put("verdict", text(check.verdict().name().toLowerCase(Locale.ROOT)));
    return row;
  }

  private static Node text(@Nullable String text) {
    return NodeFactory.createLiteralString(
        plain(text).replaceAll("\\b([0-9a-f]{16})[0-9a-f]{24,48}\\b", "$1"));
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : Terminal.plain(text);
  }
}
