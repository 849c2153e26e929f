package org.provdl.queries;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table as text.
 *
 * @param header its name and unit
 * @param cells a text for each row
 * @param kind how it is aligned, and made narrower where there is no room
 */
record TableColumn(String header, List<String> cells, Kind kind) {

  /** What it holds. */
  enum Kind {
    /** Aligned at the decimal point, and never broken. */
    NUMBER,
    /** One word each, such as an id, whose beginning is enough. */
    NAME,
    /** May go on in the next line. */
    TEXT
  }

  private static final List<String> BYTE_UNITS = List.of("byte", "kB", "MB", "GB", "TB");

  /** Seconds from which hours and minutes say more. */
  private static final double LONG = 600;

  static TableColumn of(String name, @Nullable String unit, ResultTable table) {
    List<@Nullable Node> terms = table.rows().stream().map(row -> row.get(name)).toList();
    if (!table.isNumeric(name)) {
      List<String> cells = terms.stream().map(TableColumn::text).toList();
      boolean names = terms.stream().allMatch(term -> term == null || term.isURI());
      return new TableColumn(header(name, unit), cells, names ? Kind.NAME : Kind.TEXT);
    }
    double largest =
        terms.stream().flatMap(Stream::ofNullable).mapToDouble(TableColumn::size).max().orElse(0);
    if ("s".equals(unit) && largest >= LONG) {
      return numbers(header(name, "h:mm:ss"), terms.stream().map(TableColumn::duration).toList());
    }
    if ("byte".equals(unit)) {
      int scale = scale(largest);
      return numbers(
          header(name, BYTE_UNITS.get(scale)),
          terms.stream().map(term -> scaled(term, scale)).toList());
    }
    return numbers(header(name, unit), terms.stream().map(TableColumn::text).toList());
  }

  /** The columns of a terminal that it takes. */
  int width() {
    return Math.max(DisplayWidth.of(header), cellWidth());
  }

  int cellWidth() {
    return cells.stream().mapToInt(DisplayWidth::of).max().orElse(0);
  }

  private static String header(String name, @Nullable String unit) {
    return unit == null ? name : "%s [%s]".formatted(name, unit);
  }

  private static TableColumn numbers(String header, List<String> cells) {
    int longest = cells.stream().mapToInt(TableColumn::fraction).max().orElse(0);
    return new TableColumn(
        header,
        cells.stream()
            .map(cell -> cell.isEmpty() ? cell : cell + " ".repeat(longest - fraction(cell)))
            .toList(),
        Kind.NUMBER);
  }

  /** The characters from the decimal point on. */
  private static int fraction(String number) {
    int point = number.indexOf('.');
    return point < 0 ? 0 : number.length() - point;
  }

  private static String text(@Nullable Node term) {
    if (term == null) {
      return "";
    }
    String text = CellText.of(term);
    return isNotFinite(term) ? "!" + text : text;
  }

  /** Whether it is a number that no training should come to. */
  private static boolean isNotFinite(Node term) {
    NodeValue value = NodeValue.makeNode(term);
    return (value.isDouble() || value.isFloat()) && !Double.isFinite(value.getDouble());
  }

  private static double size(Node term) {
    double value = NodeValue.makeNode(term).getDouble();
    return Double.isFinite(value) ? Math.abs(value) : 0;
  }

  private static String duration(@Nullable Node term) {
    if (term == null || isNotFinite(term)) {
      return text(term);
    }
    double seconds = NodeValue.makeNode(term).getDouble();
    long whole = Math.round(Math.abs(seconds));
    return String.format(
        Locale.ROOT,
        "%s%d:%02d:%02d",
        seconds < 0 ? "-" : "",
        whole / 3600,
        whole / 60 % 60,
        whole % 60);
  }

  private static int scale(double bytes) {
    int scale = 0;
    while (bytes >= 1000 && scale < BYTE_UNITS.size() - 1) {
      bytes /= 1000;
      scale++;
    }
    return scale;
  }

  private static String scaled(@Nullable Node term, int scale) {
    if (scale == 0 || term == null || isNotFinite(term)) {
      return text(term);
    }
    double bytes = NodeValue.makeNode(Objects.requireNonNull(term)).getDouble();
    return String.format(Locale.ROOT, "%.1f", bytes / Math.pow(1000, scale));
  }
}
