package org.provdl.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.sparql.exec.http.QueryExecutionHTTP;
import org.provdl.capture.Capture;
import org.provdl.capture.RunDescription;
import org.provdl.capture.TrainingRun;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** How long after its end an epoch is seen by SPARQL over HTTP, with an embedded store. */
final class LiveView {

  private static final Duration POLL = Duration.ofMillis(2);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int ITERATIONS = 10;

  /** Epochs while classes are loaded. */
  private static final int WARM_UP = 5;

  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

  private final int epochs;
  private final long[] ended;
  private final long[] seen;

  private LiveView(int epochs) {
    this.epochs = epochs;
    ended = new long[epochs];
    seen = new long[epochs];
  }

  /**
   * Tells epochs of a length, and looks for them all the time.
   *
   * @param rank the percentile that is held to the bar, up to 100
   * @param bar in milliseconds
   */
  static List<Row> measure(Duration epoch, int epochs, double rank, double bar, Workplace workplace)
      throws Exception {
    LiveView view = new LiveView(WARM_UP + epochs);
    long writes;
    try (Serving serving = Serving.in(workplace.fresh("store"))) {
      CountingSink sink = new CountingSink(serving.store());
      try (Capture capture = Captures.defaults(sink, workplace.fresh("journal")).open()) {
        TrainingRun run = capture.start(RunDescription.named("live"));
        Thread watcher = new Thread(() -> view.watch(serving.server().queryEndpoint(), run.iri()));
        watcher.start();
        view.tell(run, epoch);
        watcher.join(PATIENCE.toMillis());
        run.close();
      }
      writes = sink.writes();
    }
    return view.rows("epochs of %,d ms".formatted(epoch.toMillis()), rank, bar, writes);
  }

  private void tell(TrainingRun run, Duration length) {
    for (int epoch = 0; epoch < epochs; epoch++) {
      run.startEpoch();
      for (int iteration = 0; iteration < ITERATIONS; iteration++) {
        LockSupport.parkNanos(length.toNanos() / ITERATIONS);
        run.iterate(1.0 / (1 + iteration), 1);
      }
      ended[epoch] = System.nanoTime();
      run.endEpoch();
    }
  }

  private void watch(URI endpoint, String run) {
    String query =
        "SELECT (MAX(?index) AS ?last) { GRAPH <%s> { ?epoch <%s> ?index ; <%s> ?time } }"
            .formatted(run, PROVDL.index, PROV.endedAtTime);
    int next = 0;
    while (next < epochs) {
      int last = last(endpoint, query);
      long now = System.nanoTime();
      for (; next < last; next++) {
        seen[next] = now;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private static int last(URI endpoint, String query) {
    try (QueryExecutionHTTP execution = QueryExecutionHTTP.service(endpoint.toString(), query)) {
      RDFNode last = execution.execSelect().next().get("last");
      return last == null ? 0 : last.asLiteral().getInt();
    }
  }

  private List<Row> rows(String variant, double rank, double bar, long writes) {
    double[] delays = new double[epochs - WARM_UP];
    for (int epoch = WARM_UP; epoch < epochs; epoch++) {
      if (seen[epoch] == 0) {
        throw new IllegalStateException("Epoch %d was not seen.".formatted(epoch + 1));
      }
      delays[epoch - WARM_UP] = (seen[epoch] - ended[epoch]) / NANOSECONDS_PER_MILLISECOND;
    }
    Estimate held = Estimate.percentile(rank, delays);
    String name = rank == 100 ? "seen after, worst" : "seen after, p%.0f".formatted(rank);
    return List.of(
        new Row("delivery", variant, "seen after, p50", "ms", Estimate.median(delays), null),
        new Row("delivery", variant, name, "ms", held, Bar.atMost(bar, "ms", held)),
        new Row(
            "delivery",
            variant,
            "commits",
            "an epoch",
            Estimate.of(writes / (double) epochs),
            null));
  }
}
