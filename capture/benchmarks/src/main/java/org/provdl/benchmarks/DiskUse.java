package org.provdl.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.store.ProvenanceStore;

/** What one run of so many epochs takes on disk. */
final class DiskUse {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final double KILOBYTE = 1 << 10;

  /** When quads are committed, which decides what TDB2 takes. */
  enum Commits {
    EACH_EPOCH("a commit an epoch"),
    FEW("epochs without pause");

    private final String title;

    Commits(String title) {
      this.title = title;
    }
  }

  private DiskUse() {}

  static List<Row> measure(int epochs, Commits commits, Workplace workplace) throws Exception {
    Path directory = workplace.fresh("store");
    Path journals = workplace.fresh("journal");
    String variant = "%,d epochs, %s".formatted(epochs, commits.title);
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory)) {
      long empty = Workplace.bytesOnDisk(directory);
      long noJournal = Workplace.bytesOnDisk(journals);
      try (Capture capture = Captures.keepingJournals(QuadSink.store(store), journals).open()) {
        new Story(1, epochs)
            .tell(
                capture,
                () -> {
                  if (commits == Commits.EACH_EPOCH) {
                    flush(capture);
                  }
                });
        flush(capture);
      }
      long filled = Workplace.bytesOnDisk(directory);
      store.compact();
      long compacted = Workplace.bytesOnDisk(directory);
      long journal = Workplace.bytesOnDisk(journals);
      return List.of(
          row(variant, "store", filled - empty, epochs),
          row(variant, "store, compacted", compacted - empty, epochs),
          row(variant, "journal", journal - noJournal, epochs));
    } finally {
      Workplace.delete(directory);
      Workplace.delete(journals);
    }
  }

  private static void flush(Capture capture) {
    if (!capture.flush(PATIENCE)) {
      throw new IllegalStateException("The epochs were not delivered in " + PATIENCE);
    }
  }

  private static Row row(String variant, String measure, long bytes, int epochs) {
    Estimate each = Estimate.of(bytes / KILOBYTE / epochs);
    return new Row("disk", variant, measure, "KB an epoch", each, null);
  }
}
