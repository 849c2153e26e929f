package org.provdl.packages;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Text as Markdown that means this text and nothing else, whatever is in it. */
final class MarkdownText {

  /** What is said where a store does not know. */
  static final String NOT_RECORDED = "*not recorded*";

  private MarkdownText() {}

  /** Words, in which no character has a meaning of its own. */
  static String words(@Nullable Object value) {
    return value == null || oneLine(value).isEmpty()
        ? NOT_RECORDED
        : oneLine(value)
            .replaceAll("[\\\\`*_\\[\\]<>#|~&$]|^[-+]", "\\\\$0")
            .replaceFirst("^([0-9]+)([.)])(?= |$)", "$1\\\\$2");
  }

  /** A value that is to be copied: a code span, which also fits into a cell of a table. */
  static String code(@Nullable Object value) {
    if (value == null || oneLine(value).isEmpty()) {
      return NOT_RECORDED;
    }
    String text = oneLine(value);
    String fence = "`";
    while (text.contains(fence)) {
      fence += "`";
    }
    String space = text.startsWith("`") || text.endsWith("`") ? " " : "";
    return fence + space + text.replace("|", "\\|") + space + fence;
  }

  /** Rows of cells that are Markdown already; what there is to say where there is none. */
  static String table(List<String> columns, Stream<List<String>> rows) {
    String body = rows.map(MarkdownText::row).collect(Collectors.joining());
    if (body.isEmpty()) {
      return NOT_RECORDED + "\n";
    }
    String[] rule = new String[columns.size()];
    Arrays.fill(rule, "---");
    return row(columns) + row(List.of(rule)) + body;
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String oneLine(Object value) {
    return Values.text(value).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
