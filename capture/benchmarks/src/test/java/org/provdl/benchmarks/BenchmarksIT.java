package org.provdl.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the benchmarks run at all, as short as they go; what they measure here means nothing. */
class BenchmarksIT {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Benchmarks.Name.class)
  void everyBenchmarkMeasuresAllOfItsRows(Benchmarks.Name name) throws Exception {
    List<Row> rows;
    try (Workplace workplace = Workplace.in(directory)) {
      rows = name.benchmark().run(Scale.SMOKE, workplace);
    }
    assertTrue(rows.size() >= 6, () -> rows.toString());
    assertEquals(rows.size(), rows.stream().map(BenchmarksIT::subject).distinct().count());
    try (var left = Files.list(directory)) {
      assertEquals(List.of(), left.toList());
    }

    Path json = directory.resolve("rows.json");
    JsonRows.append(Machine.current(), rows, json);
    List<JsonObject> lines = Files.readAllLines(json).stream().map(JSON::parse).toList();
    assertEquals(rows.size(), lines.size());
    for (int i = 0; i < lines.size(); i++) {
      assertEquals(rows.get(i).variant(), lines.get(i).getString("variant"));
      assertEquals(
          rows.get(i).estimate().value(), lines.get(i).getNumber("value").doubleValue(), 0);
    }

    ByteArrayOutputStream table = new ByteArrayOutputStream();
    TextTable.write(Machine.current(), rows, new PrintStream(table, true, StandardCharsets.UTF_8));
    assertFalse(table.toString(StandardCharsets.UTF_8).isBlank());
  }

  private static String subject(Row row) {
    return row.variant() + ": " + row.measure();
  }
}
