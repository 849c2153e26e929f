package org.provdl.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.provdl.capture.QuadSink;
import org.provdl.store.Compaction;
import org.provdl.store.ProvenanceStore;

/** How long the appends of a training wait while the store that it writes to is compacted. */
final class CompactionWait {

  private static final Duration PACE = Duration.ofMillis(500);
  private static final int BATCH = 50;
  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

  private CompactionWait() {}

  /** Compacts a store that has all of a story, and appends a small batch at a pace. */
  static List<Row> measure(Story story, Workplace workplace) throws Exception {
    Path directory = workplace.fresh("store");
    Path journals = workplace.fresh("journal");
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory, Compaction.NEVER)) {
      new Delivering(story, journals).seconds(QuadSink.store(store));
      long quads = store.statistics().quadsAppended();
      List<Double> waits = new ArrayList<>();
      long begun = System.nanoTime();
      CompletableFuture<Double> compaction =
          CompletableFuture.supplyAsync(
              () -> {
                store.compact();
                return milliseconds(begun);
              });
      do {
        waits.add(append(store, waits.size()));
        LockSupport.parkNanos(PACE.toNanos());
      } while (!compaction.isDone());
      String variant = "%,d quads compacted".formatted(quads);
      double[] all = waits.stream().mapToDouble(wait -> wait).toArray();
      return List.of(
          row(variant, "compaction", Estimate.of(compaction.get())),
          row(variant, "append meanwhile, p50", Estimate.median(all)),
          row(variant, "append meanwhile, p99", Estimate.percentile(99, all)),
          row(variant, "append meanwhile, worst", Estimate.percentile(100, all)));
    } finally {
      Workplace.delete(directory);
      Workplace.delete(journals);
    }
  }

  private static double append(ProvenanceStore store, int number) {
    String run = "https://example.org/run/" + number;
    List<Quad> quads =
        IntStream.range(0, BATCH)
            .mapToObj(
                index ->
                    Quad.create(
                        NodeFactory.createURI(run),
                        NodeFactory.createURI(run + "#" + index),
                        NodeFactory.createURI("https://example.org/value"),
                        NodeFactory.createLiteralString("value " + index)))
            .toList();
    long begun = System.nanoTime();
    store.append(quads);
    return milliseconds(begun);
  }

  private static double milliseconds(long begun) {
    return (System.nanoTime() - begun) / NANOSECONDS_PER_MILLISECOND;
  }

  private static Row row(String variant, String measure, Estimate estimate) {
    return new Row("disk", variant, measure, "ms", estimate, null);
  }
}
