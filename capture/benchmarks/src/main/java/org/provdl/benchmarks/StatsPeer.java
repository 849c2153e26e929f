package org.provdl.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;
import org.deeplearning4j.core.storage.Persistable;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.stats.impl.SbeStatsInitializationReport;
import org.deeplearning4j.ui.model.stats.impl.SbeStatsReport;
import org.deeplearning4j.ui.model.storage.FileStatsStorage;

/**
 * What Deeplearning4j itself keeps of its trainings, in a file of its own for the pages that show
 * them, and the same questions as far as it can be asked them: by reading what there is, for it has
 * no queries. It holds the training loss and the rates by iteration. Here a report comes each epoch
 * and has no histograms, which is as small as it gets.
 */
final class StatsPeer implements AutoCloseable {

  /** What it cannot be asked. */
  static final String LIMITS =
      "StatsStorage keeps loss, rates and memory by iteration: no settings, epochs, validation or test metrics, status, data, code, people or lineage";

  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;
  private static final String WORKER = "worker";
  private static final long EPOCH_MILLISECONDS = 20_000;

  private record Best(String session, double loss) {}

  private final StatsStorage storage;
  private final int runs;

  /** A file with so many trainings. */
  StatsPeer(Path file, int runs, int epochs) {
    this.runs = runs;
    storage = new FileStatsStorage(file.toFile());
    Random random = new Random(runs);
    for (int run = 0; run < runs; run++) {
      storage.putStaticInfo(start(session(run)));
      for (int epoch = 1; epoch <= epochs; epoch++) {
        storage.putUpdate(
            report(session(run), epoch, Math.exp(-0.1 * epoch) + random.nextDouble()));
      }
    }
  }

  private static String session(int run) {
    return "session-" + run;
  }

  private static Persistable start(String session) {
    SbeStatsInitializationReport report = new SbeStatsInitializationReport();
    report.reportIDs(session, StatsListener.TYPE_ID, WORKER, 0);
    report.reportModelInfo("MultiLayerNetwork", "{}", new String[] {"0_W", "0_b"}, 1, 1_000);
    return report;
  }

  private static Persistable report(String session, int epoch, double loss) {
    SbeStatsReport report = new SbeStatsReport();
    report.reportIDs(session, StatsListener.TYPE_ID, WORKER, epoch * EPOCH_MILLISECONDS);
    report.reportIterationCount(epoch);
    report.reportScore(loss);
    report.reportLearningRates(Map.of("0_W", 0.01, "0_b", 0.01));
    report.reportMemoryUse(1L << 28, 1L << 32, 1L << 28, 1L << 32, new long[0], new long[0]);
    report.reportPerformance(epoch * EPOCH_MILLISECONDS, epoch * 640L, epoch * 10L, 32, 0.5);
    return report;
  }

  List<Row> ask(int times, Duration budget) {
    List<Row> rows = new ArrayList<>();
    rows.addAll(rows("list-runs", () -> storage.listSessionIDs().size(), times, budget));
    Random random = new Random(times);
    rows.addAll(
        rows(
            "metrics-by-epoch (training loss alone)",
            () -> losses(session(random.nextInt(runs))).size(),
            times,
            budget));
    rows.addAll(rows("best-runs (by training loss)", () -> best(10).size(), times, budget));
    return rows;
  }

  private List<Double> losses(String session) {
    return storage.getAllUpdatesAfter(session, StatsListener.TYPE_ID, WORKER, 0).stream()
        .map(update -> ((SbeStatsReport) update).getScore())
        .toList();
  }

  private List<Best> best(int limit) {
    return storage.listSessionIDs().stream()
        .map(
            session ->
                new Best(
                    session,
                    losses(session).stream().mapToDouble(each -> each).min().orElse(Double.NaN)))
        .sorted(Comparator.comparingDouble(Best::loss))
        .limit(limit)
        .toList();
  }

  private List<Row> rows(String question, IntSupplier answer, int times, Duration budget) {
    int rows = answer.getAsInt();
    long end = System.nanoTime() + budget.toNanos();
    List<Double> taken = new ArrayList<>();
    while (taken.isEmpty() || (taken.size() < times && System.nanoTime() < end)) {
      long start = System.nanoTime();
      rows = answer.getAsInt();
      taken.add((System.nanoTime() - start) / NANOSECONDS_PER_MILLISECOND);
    }
    double[] samples = taken.stream().mapToDouble(each -> each).toArray();
    String variant = "StatsStorage, %,d runs: %s".formatted(runs, question);
    return List.of(
        QueryRows.row(variant, "p50", "ms", Estimate.median(samples), null),
        QueryRows.row(variant, "p95", "ms", Estimate.percentile(95, samples), null),
        QueryRows.row(variant, "answer", "rows", Estimate.of(rows), null));
  }

  @Override
  public void close() throws IOException {
    storage.close();
  }
}
