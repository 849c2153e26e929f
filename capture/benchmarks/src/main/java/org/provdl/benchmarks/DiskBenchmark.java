package org.provdl.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run takes on disk, and what waits while the sink is away, each tenfold and hundredfold;
 * and how long appends wait while a store is compacted.
 */
final class DiskBenchmark implements Benchmark {

  private static final Logger LOG = LoggerFactory.getLogger(DiskBenchmark.class);

  @Override
  public List<Row> run(Scale scale, Workplace workplace) throws Exception {
    List<Row> rows = new ArrayList<>();
    int fewest = scale.of(10, 100, 100);
    for (int factor = 1; factor <= scale.of(1, 10, 100); factor *= 10) {
      for (DiskUse.Commits commits : DiskUse.Commits.values()) {
        LOG.info("{} epochs, {}", fewest * factor, commits);
        rows.addAll(DiskUse.measure(fewest * factor, commits, workplace));
      }
    }
    Story story = new Story(scale.of(2, 100, 400), scale.of(10, 100, 100));
    LOG.info("{} runs of {} epochs, compacted", story.runs(), story.epochs());
    rows.addAll(CompactionWait.measure(story, workplace));
    int least = scale.of(1_000, 100_000, 100_000);
    MemoryUse.measure(least, workplace); // loads classes
    for (int factor = 1; factor <= scale.of(1, 10, 100); factor *= 10) {
      LOG.info("{} events while the sink is away", least * factor);
      rows.addAll(MemoryUse.measure(least * factor, workplace));
    }
    return rows;
  }
}
