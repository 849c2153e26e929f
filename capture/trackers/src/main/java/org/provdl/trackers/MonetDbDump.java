package org.provdl.trackers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a dump of MonetDB, as {@code msqldump} or {@code \D} in its client writes it. Only
 * tables and their rows are read; nothing is executed. Not thread-safe.
 *
 * @see <a href="https://www.monetdb.org/documentation/user-guide/client-interfaces/">MonetDB,
 *     client interfaces</a>
 */
final class MonetDbDump {

  private static final int LONGEST_LINE = 1 << 20;
  private static final int MOST_ROWS = 1 << 20;
  private static final Pattern CREATE =
      Pattern.compile("\\s*CREATE TABLE \"([^\"]+)\"\\.\"([^\"]+)\" \\(\\s*");
  private static final Pattern COLUMN = Pattern.compile("\\s*\"([^\"]+)\"\\s+[A-Z].*");
  private static final Pattern COPY =
      Pattern.compile(
          "\\s*COPY (\\d{1,9}) RECORDS INTO \"([^\"]+)\"\\.\"([^\"]+)\" FROM stdin USING DELIMITERS '(\\\\t|[^'])'.*");

  /** The tables by schema and name. */
  private final Map<String, Map<String, DumpTable>> schemas = new TreeMap<>();

  private @Nullable DumpTable created;
  private @Nullable DumpTable filled;
  private char delimiter;
  private long missing;
  private long rows;

  private MonetDbDump() {}

  static Map<String, Map<String, DumpTable>> read(Path file) {
    MonetDbDump dump = new MonetDbDump();
    BoundedFiles.lines(file, LONGEST_LINE, dump::read);
    if (dump.missing > 0) {
      throw new UnreadableSourceException(
          "%s is cut off: %,d rows are missing".formatted(file, dump.missing));
    }
    return dump.schemas;
  }

  private void read(String line, long number) {
    if (filled != null && missing > 0) {
      filled.add(cells(line, number), number);
      missing--;
      rows++;
      if (rows > MOST_ROWS) {
        throw new UnreadableSourceException("it has more than %,d rows".formatted(MOST_ROWS));
      }
      return;
    }
    Matcher copy = COPY.matcher(line);
    Matcher create = CREATE.matcher(line);
    Matcher column = COLUMN.matcher(line);
    if (copy.matches()) {
      filled = table(copy.group(2), copy.group(3));
      missing = Long.parseLong(copy.group(1));
      delimiter = copy.group(4).equals("\\t") ? '\t' : copy.group(4).charAt(0);
    } else if (create.matches()) {
      created = table(create.group(1), create.group(2));
    } else if (created != null && column.matches()) {
      created.columns.add(column.group(1));
    } else if (line.strip().startsWith(")")) {
      created = null;
    }
  }

  private DumpTable table(String schema, String name) {
    return schemas
        .computeIfAbsent(schema, any -> new TreeMap<>())
        .computeIfAbsent(name, any -> new DumpTable());
  }

  /** Where a terminal has made blanks of tabs, blanks are what divides. */
  private List<String> cells(String line, long number) {
    boolean blanks = delimiter == '\t' && line.indexOf('\t') < 0;
    List<String> cells = new ArrayList<>();
    int i = 0;
    while (i < line.length()) {
      StringBuilder cell = new StringBuilder();
      while (blanks && i < line.length() && line.charAt(i) == ' ') {
        i++;
      }
      if (i < line.length() && line.charAt(i) == '"') {
        i = quoted(line, i + 1, cell, number);
      }
      while (i < line.length() && line.charAt(i) != (blanks ? ' ' : delimiter)) {
        cell.append(line.charAt(i));
        i++;
      }
      cells.add(cell.toString().strip());
      i++;
    }
    return cells;
  }

  /** Reads to the closing quote; where the line goes on after it. */
  private static int quoted(String line, int start, StringBuilder cell, long number) {
    int i = start;
    while (i < line.length() && line.charAt(i) != '"') {
      if (line.charAt(i) == '\\' && i + 1 < line.length()) {
        i++;
      }
      cell.append(line.charAt(i));
      i++;
    }
    if (i == line.length()) {
      throw new UnreadableSourceException("line %d has no closing quote".formatted(number));
    }
    return i + 1;
  }
}
