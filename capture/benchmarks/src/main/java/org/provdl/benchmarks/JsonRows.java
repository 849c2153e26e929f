package org.provdl.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonValue;

/** Rows for programs: a JSON object a line. */
final class JsonRows {

  private JsonRows() {}

  static void append(Machine machine, List<Row> rows, Path file) throws IOException {
    List<String> lines = rows.stream().map(row -> JSON.toStringFlat(object(machine, row))).toList();
    Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static JsonValue object(Machine machine, Row row) {
    JsonBuilder object =
        JsonBuilder.create()
            .startObject()
            .pair("benchmark", row.benchmark())
            .pair("variant", row.variant())
            .pair("measure", row.measure())
            .pair("unit", row.unit())
            .pair("value", row.estimate().value())
            .pair("low", row.estimate().low())
            .pair("high", row.estimate().high());
    Bar bar = row.bar();
    if (bar != null) {
      object.pair("bar", bar.text()).pair("met", bar.met());
    }
    return object
        .pair("cores", machine.cores())
        .pair("jvm", machine.jvm())
        .pair("os", machine.operatingSystem())
        .finishObject()
        .build();
  }
}
