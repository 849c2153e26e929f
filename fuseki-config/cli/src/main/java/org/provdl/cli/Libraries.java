package org.provdl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.provdl.queries.ResultTable;

/**
 * The libraries of a run.
 *
 * @param versions what there is of each library, by its name less the version: the version with the
 *     SHA-256, as far as they are known
 */
record Libraries(SortedMap<String, List<String>> versions) {

  /** Takes the answer of the query libraries. */
  static Libraries of(ResultTable table) {
    SortedMap<String, List<String>> versions = new TreeMap<>();
    for (Map<String, Node> row : table.rows()) {
      String name = text(row, "library");
      String version = text(row, "version");
      String sha256 = text(row, "sha256");
      versions
          .computeIfAbsent(withoutVersion(name, version), any -> new ArrayList<>())
          .add(content(version, sha256));
    }
    return new Libraries(versions);
  }

  /** Those that another run does not have, or has in another version or with other content. */
  Libraries without(Libraries others) {
    SortedMap<String, List<String>> rest = new TreeMap<>();
    versions.forEach(
        (library, mine) -> {
          List<String> left = new ArrayList<>(mine);
          others.versions.getOrDefault(library, List.of()).forEach(left::remove);
          if (!left.isEmpty()) {
            rest.put(library, left);
          }
        });
    return new Libraries(rest);
  }

  private static String content(String version, String sha256) {
    if (version.isEmpty()) {
      return sha256.isEmpty() ? "of unknown version" : sha256;
    }
    return sha256.isEmpty() ? version : version + " (" + sha256 + ")";
  }

  private static String withoutVersion(String name, String version) {
    return version.isEmpty() ? name : name.replace("-" + version, "");
  }

  private static String text(Map<String, Node> row, String column) {
    Node term = row.get(column);
    return term == null ? "" : term.getLiteralLexicalForm();
  }
}
