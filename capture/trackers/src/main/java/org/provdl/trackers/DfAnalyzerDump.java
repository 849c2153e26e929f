package org.provdl.trackers;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Artifact;
import org.provdl.capture.Framework;
import org.provdl.capture.RunStatus;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;

/**
 * The runs that Keras-Prov has recorded by DfAnalyzer, in a dump of DfAnalyzer's database
 * (MonetDB). A dataflow is an experiment; each row of its table of training inputs is a run, and
 * what was written from then until the next is the run's: epochs, adaptations of the learning rate,
 * the test.
 *
 * @see <a href="https://github.com/dbpina/keras-prov">Keras-Prov</a>
 */
public final class DfAnalyzerDump implements TrackedRuns {

  private static final String TRACKER = "DfAnalyzer";
  private static final String INPUTS = "ds_itrainingmodel";
  private static final String EPOCHS = "ds_otrainingmodel";
  private static final String ADAPTATIONS = "ds_oadaptation";
  private static final String TESTS = "ds_otestingmodel";
  private static final String LAYERS = "ds_ilayers";
  private static final List<String> UNDERSTOOD =
      List.of(INPUTS, EPOCHS, ADAPTATIONS, TESTS, LAYERS);

  private final Path file;

  private DfAnalyzerDump(Path file) {
    this.file = file;
  }

  /**
   * The runs in a dump.
   *
   * @param file the dump, as {@code msqldump} writes it
   * @return the runs, which are read when they are asked for
   */
  public static DfAnalyzerDump of(Path file) {
    return new DfAnalyzerDump(file);
  }

  @Override
  public void read(Reader reader) {
    Map<String, Map<String, DumpTable>> schemas;
    try {
      schemas = MonetDbDump.read(file);
    } catch (UnreadableSourceException e) {
      throw new UnreadableSourceException(
          "%s is no whole dump of MonetDB: %s".formatted(file, e.getMessage()), e);
    }
    Artifact record = RecordHash.file(file);
    boolean any = false;
    for (Map.Entry<String, Map<String, DumpTable>> schema : schemas.entrySet()) {
      if (schema.getValue().containsKey(INPUTS)) {
        any = true;
        readDataflow(schema.getKey(), schema.getValue(), record, reader);
      }
    }
    if (!any) {
      throw new UnreadableSourceException(
          "%s has no dataflow of Keras-Prov: no table %s".formatted(file, INPUTS));
    }
  }

  private static void readDataflow(
      String dataflow, Map<String, DumpTable> tables, Artifact record, Reader reader) {
    List<Map<String, String>> inputs = rows(tables, INPUTS);
    List<Instant> starts = new ArrayList<>();
    for (Map<String, String> input : inputs) {
      Instant start = time(input);
      starts.add(start == null ? firstEpoch(tables) : start);
    }
    for (int i = 0; i < inputs.size(); i++) {
      String id = dataflow + "/" + inputs.get(i).getOrDefault("id", String.valueOf(i + 1));
      try {
        Window window = new Window(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : null);
        if (inputs.size() > 1 && time(inputs.get(i)) == null) {
          throw new UnreadableSourceException(
              "it has no time, and there are other runs: what is whose is not known");
        }
        TrackedRun run = new TrackedRun(TRACKER, id, window.start(), record);
        run.experiment = dataflow;
        run.framework = new Framework("Keras", "unknown", null);
        fill(run, inputs.get(i), tables, window);
        reader.run(run);
      } catch (UnreadableSourceException | NumberFormatException e) {
        reader.problem("%s: %s".formatted(id, e.getMessage()));
      }
    }
  }

  /** From the start of a run to that of the next. */
  private record Window(Instant start, @Nullable Instant end) {
    boolean holds(Map<String, String> row) {
      Instant time = time(row);
      return time == null || (!time.isBefore(start) && (end == null || time.isBefore(end)));
    }
  }

  private static void fill(
      TrackedRun run, Map<String, String> input, Map<String, DumpTable> tables, Window window) {
    input.forEach(
        (name, value) -> {
          if (!isKey(name)) {
            run.parameter(name, value);
          }
        });
    for (Map<String, String> layer : rows(tables, LAYERS)) {
      if (window.holds(layer) && layer.containsKey("name")) {
        run.parameter(
            layer.get("name") + "." + layer.getOrDefault("attribute_type", "value"),
            layer.getOrDefault("value", ""));
      }
    }
    Instant last = window.start();
    int epochs = 0;
    for (Map<String, String> epoch : rows(tables, EPOCHS)) {
      if (window.holds(epoch)) {
        Instant time = time(epoch);
        last = time == null ? last : time;
        measure(run, epoch, epochs, last, Split.TRAINING); // a row is an epoch, whatever its number
        epochs++;
      }
    }
    for (Map<String, String> adaptation : rows(tables, ADAPTATIONS)) {
      if (window.holds(adaptation)) {
        adapt(run, adaptation, window.start());
      }
    }
    boolean tested = false;
    for (Map<String, String> test : rows(tables, TESTS)) {
      if (window.holds(test)) {
        tested = true;
        Instant time = time(test);
        last = time == null ? last : time;
        measure(run, test, 0, last, Split.TEST);
      }
    }
    keepTheRest(run, tables, window);
    if (tested || Long.valueOf(epochs).equals(run.parameters.get("num_epochs"))) {
      run.status = RunStatus.COMPLETED;
      run.ended = last;
    }
  }

  private static void measure(
      TrackedRun run, Map<String, String> row, long epoch, Instant time, Split unsaid) {
    row.forEach(
        (name, value) -> {
          if (!isKey(name) && !isEpoch(name.toLowerCase(Locale.ROOT)) && TypedText.isReal(value)) {
            Split said = Naming.metric(name).split();
            run.metric(name, said == null ? unsaid : said)
                .add(epoch, TypedText.real(value), time.toEpochMilli());
          }
        });
  }

  /** It is told at the begin of the epoch, which counts from 0. */
  private static void adapt(TrackedRun run, Map<String, String> row, Instant start) {
    row.forEach(
        (name, value) -> {
          if (!isKey(name)
              && !isEpoch(name.toLowerCase(Locale.ROOT))
              && !name.equalsIgnoreCase("adaptation_id")) {
            Instant time = time(row);
            run.changes.add(
                new TrackedRun.Change(
                    Setting.ofModel(Naming.hyperparameter(name), TypedText.valueOf(value)),
                    (int) epoch(row, 0),
                    time == null ? start : time,
                    "adaptation " + row.getOrDefault("adaptation_id", "of the program")));
          }
        });
  }

  private static void keepTheRest(TrackedRun run, Map<String, DumpTable> tables, Window window) {
    tables.forEach(
        (name, table) -> {
          if (name.startsWith("ds_") && !UNDERSTOOD.contains(name)) {
            int number = 0;
            for (Map<String, String> row : table.rows) {
              if (window.holds(row)) {
                number++;
                String prefix = name.substring(3) + (number == 1 ? "" : " " + number) + ".";
                row.forEach(
                    (column, value) -> {
                      if (!isKey(column)) {
                        run.tag(prefix + column, value);
                      }
                    });
              }
            }
          }
        });
  }

  private static List<Map<String, String>> rows(Map<String, DumpTable> tables, String name) {
    DumpTable table = tables.get(name);
    return table == null ? List.of() : table.rows;
  }

  /** What leads from table to table, or says when: no fact of its own. */
  private static boolean isKey(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    return name.equals("id") || name.endsWith("_task_id") || name.contains("timestamp");
  }

  private static boolean isEpoch(String column) {
    return column.equals("epoch") || column.equals("epoch_id");
  }

  private static long epoch(Map<String, String> row, long byOrder) {
    String epoch = DumpTable.value(row, DfAnalyzerDump::isEpoch);
    return epoch == null ? byOrder : new BigDecimal(epoch).longValueExact();
  }

  /** Seconds since 1970, with a fraction. */
  private static @Nullable Instant time(Map<String, String> row) {
    String text = DumpTable.value(row, name -> name.contains("timestamp"));
    if (text == null || !TypedText.isReal(text)) {
      return null;
    }
    double seconds = TypedText.real(text);
    return Double.isFinite(seconds) && Math.abs(seconds) < 1e12
        ? Times.ofMilliseconds(Math.round(seconds * 1000), "a timestamp")
        : null;
  }

  /** The start of a run whose input has no time: that of its first epoch. */
  private static Instant firstEpoch(Map<String, DumpTable> tables) {
    for (Map<String, String> epoch : rows(tables, EPOCHS)) {
      Instant end = time(epoch);
      String elapsed = epoch.get("elapsed_time");
      if (end != null) {
        return elapsed != null && TypedText.isReal(elapsed)
            ? end.minusMillis(Math.round(TypedText.real(elapsed) * 1000))
            : end;
      }
    }
    return Instant.EPOCH;
  }
}
