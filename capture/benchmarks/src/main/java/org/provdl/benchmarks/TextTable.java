package org.provdl.benchmarks;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;

/** Rows for people. */
final class TextTable {

  private TextTable() {}

  static void write(Machine machine, List<Row> rows, PrintStream out) {
    out.println(machine);
    out.println(
        AsciiTable.builder()
            .lineSeparator("\n")
            .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
            .data(
                rows,
                List.of(
                    column("benchmark", HorizontalAlign.LEFT, Row::benchmark),
                    column("variant", HorizontalAlign.LEFT, Row::variant),
                    column("measure", HorizontalAlign.LEFT, Row::measure),
                    column("value", HorizontalAlign.RIGHT, row -> Numbers.of(value(row))),
                    column("low", HorizontalAlign.RIGHT, row -> Numbers.of(row.estimate().low())),
                    column("high", HorizontalAlign.RIGHT, row -> Numbers.of(row.estimate().high())),
                    column("unit", HorizontalAlign.LEFT, Row::unit),
                    column("bar", HorizontalAlign.LEFT, TextTable::bar)))
            .asString());
    out.flush();
  }

  private static ColumnData<Row> column(
      String name, HorizontalAlign align, Function<Row, String> text) {
    return new Column().header(name).headerAlign(align).dataAlign(align).with(text);
  }

  private static double value(Row row) {
    return row.estimate().value();
  }

  private static String bar(Row row) {
    Bar bar = row.bar();
    return bar == null ? "" : bar.text() + (bar.met() ? ": PASS" : ": FAIL");
  }
}
