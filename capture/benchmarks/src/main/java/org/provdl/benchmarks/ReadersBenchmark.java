package org.provdl.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How soon a server answers many readers at once, while a training writes into its store. */
final class ReadersBenchmark implements Benchmark {

  private static final Logger LOG = LoggerFactory.getLogger(ReadersBenchmark.class);

  private final ChosenStores chosen;

  ReadersBenchmark(ChosenStores chosen) {
    this.chosen = chosen;
  }

  @Override
  public List<Row> run(Scale scale, Workplace workplace) throws Exception {
    LabStores stores = chosen.in(workplace, scale);
    List<Row> rows = new ArrayList<>();
    for (int runs : chosen.sizesOr(List.of(scale.of(12, 1_000, 1_000)))) {
      Path directory = stores.of(runs);
      try (Serving serving = Serving.in(directory)) {
        List<URI> addresses = Reading.addresses(serving);
        Reading.of(addresses, 1, time(scale)); // until the code is compiled
        for (int readers : List.of(1, 10, 50)) {
          LOG.info("{} readers of {} runs", readers, runs);
          rows.addAll(measure(serving, addresses, runs, readers, scale, workplace));
        }
      }
      stores.leave(directory);
    }
    return rows;
  }

  private static List<Row> measure(
      Serving serving, List<URI> addresses, int runs, int readers, Scale scale, Workplace workplace)
      throws Exception {
    Reading reading;
    int partial;
    WritingRun writing = new WritingRun(serving.store(), workplace.fresh("journal"));
    try (writing) {
      reading = Reading.of(addresses, readers, time(scale));
      partial = writing.partialEpochs();
    }
    String variant = "%,d runs, while one trains, %d readers".formatted(runs, readers);
    Estimate errors = Estimate.of(reading.errors());
    Estimate seen = Estimate.of(partial);
    return List.of(
        row(variant, "p50 of an answer", "ms", reading.percentile(50), null),
        row(variant, "p95 of an answer", "ms", reading.percentile(95), null),
        row(variant, "answers", "a second", reading.answersPerSecond(), null),
        row(variant, "errors", "answers", errors, Bar.atMost(0, "answers", errors)),
        row(
            variant,
            "seen in part, of %,d".formatted(writing.epochs()),
            "epochs",
            seen,
            Bar.atMost(0, "epochs", seen)));
  }

  private static Duration time(Scale scale) {
    return Duration.ofSeconds(scale.of(1, 15, 60));
  }

  private static Row row(
      String variant, String measure, String unit, Estimate estimate, @Nullable Bar bar) {
    return new Row("readers", variant, measure, unit, estimate, bar);
  }
}
