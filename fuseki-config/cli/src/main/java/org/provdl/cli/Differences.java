package org.provdl.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.provdl.queries.Catalogue;
import org.provdl.queries.KnownRun;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.queries.TextTable;

/**
 * In what two runs differ.
 *
 * @param a the one
 * @param b the other
 * @param table the answer of the query compare-runs, with a row for each library that differs
 */
record Differences(KnownRun a, KnownRun b, ResultTable table) {

  private static final String LIBRARIES = "libraries";

  /** Half a SHA-256, so that two columns fit into a terminal. */
  private static final TextTable LAYOUT = TextTable.unlimited().withColumnsOf(32);

  static Differences between(KnownRun a, KnownRun b, SparqlEndpoint endpoint) {
    ResultTable compared =
        Catalogue.standard()
            .query("compare-runs")
            .with("runA", a.iri())
            .with("runB", b.iri())
            .on(endpoint);
    List<Map<String, Node>> rows = new ArrayList<>();
    for (Map<String, Node> row : compared.rows()) {
      rows.add(row);
      if (aspect(row).equals(LIBRARIES)) {
        rows.addAll(libraries(libraries(a, endpoint), libraries(b, endpoint)));
      }
    }
    return new Differences(a, b, new ResultTable(compared.columns(), rows));
  }

  private static Libraries libraries(KnownRun run, SparqlEndpoint endpoint) {
    return Libraries.of(Catalogue.standard().query(LIBRARIES).with("run", run.iri()).on(endpoint));
  }

  private static List<Map<String, Node>> libraries(Libraries a, Libraries b) {
    SortedMap<String, List<String>> onlyA = a.without(b).versions();
    SortedMap<String, List<String>> onlyB = b.without(a).versions();
    SortedSet<String> names = new TreeSet<>(onlyA.keySet());
    names.addAll(onlyB.keySet());
    List<Map<String, Node>> rows = new ArrayList<>();
    for (String name : names) {
      Map<String, Node> row = new HashMap<>();
      row.put("aspect", text(LIBRARIES));
      row.put("item", text(name));
      Stream.ofNullable(onlyA.get(name)).forEach(it -> row.put("valueA", joined(it)));
      Stream.ofNullable(onlyB.get(name)).forEach(it -> row.put("valueB", joined(it)));
      rows.add(row);
    }
    return rows;
  }

  private static Node joined(List<String> versions) {
    return text(String.join(", ", versions));
  }

  /** Writes it for people: a heading for each aspect, and a column for each run. */
  void print(PrintStream out) {
    if (table.rows().isEmpty()) {
      out.println("The runs do not differ in what was recorded.");
      return;
    }
    List<Map<String, Node>> rows = new ArrayList<>();
    rows.add(Map.of("differs", text("run"), "A", a.iri(), "B", b.iri()));
    rows.add(Map.of("differs", text("name"), "A", text(a.name()), "B", text(b.name())));
    String heading = "";
    for (Map<String, Node> row : table.rows()) {
      if (!aspect(row).equals(heading)) {
        heading = aspect(row);
        rows.add(Map.of("differs", text(heading)));
      }
      rows.add(shown(row));
    }
    out.print(LAYOUT.of(new ResultTable(List.of("differs", "scope", "A", "B"), rows)));
  }

  private static Map<String, Node> shown(Map<String, Node> row) {
    Map<String, Node> shown = new HashMap<>();
    shown.put("differs", text("  " + cell(row, "item")));
    Stream.ofNullable(row.get("scope")).forEach(scope -> shown.put("scope", scope));
    Node valueA = row.get("valueA");
    Node valueB = row.get("valueB");
    boolean alike =
        valueA != null && valueB != null && TextTable.cell(valueA).equals(TextTable.cell(valueB));
    Stream.ofNullable(valueA).forEach(value -> shown.put("A", alike ? whole(value) : value));
    Stream.ofNullable(valueB).forEach(value -> shown.put("B", alike ? whole(value) : value));
    return shown;
  }

  /** As it is recorded, where a table would not show the difference. */
  private static Node whole(Node value) {
    return text(value.isLiteral() ? value.getLiteralLexicalForm() : value.toString());
  }

  private static String aspect(Map<String, Node> row) {
    return cell(row, "aspect");
  }

  /** A text that every row has. */
  private static String cell(Map<String, Node> row, String column) {
    return Objects.requireNonNull(row.get(column)).getLiteralLexicalForm();
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }
}
