package org.provdl.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.jena.query.QueryFactory;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;
import org.provdl.queries.ResultTable;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.store.ProvenanceStore;

/**
 * A training that goes on while questions are asked: its epochs are short, so that it writes all
 * the time. Somebody looks whether epochs appear whole.
 */
final class WritingRun implements AutoCloseable {

  private static final Duration EPOCH = Duration.ofMillis(100);
  private static final int ITERATIONS = 10;

  private static final String PARTIAL_EPOCHS =
      """
      PREFIX provdl: <https://w3id.org/provdl#>
      SELECT ?epoch {
        GRAPH <%s> { ?epoch a provdl:Epoch OPTIONAL { ?value provdl:epoch ?epoch ; a provdl:MetricValue } }
      }
      GROUP BY ?epoch HAVING(COUNT(?value) != 3)
      """;

  private final ProvenanceStore store;
  private final Capture capture;
  private final TrainingRun run;
  private final Thread thread = new Thread(this::train, "training");
  private final AtomicLong epochs = new AtomicLong();
  private volatile boolean ending;

  /** A run that trains at once. */
  WritingRun(ProvenanceStore store, Path journals) {
    this.store = store;
    capture = Captures.defaults(QuadSink.store(store), journals).open();
    run = capture.start(RunDescription.named("while questions are asked"));
    thread.start();
  }

  private void train() {
    while (!ending) {
      run.startEpoch();
      for (int iteration = 0; iteration < ITERATIONS; iteration++) {
        LockSupport.parkNanos(EPOCH.toNanos() / ITERATIONS);
        run.iterate(1.0 / (1 + iteration), 32);
      }
      run.measure("loss", 1, Split.VALIDATION);
      run.measure("accuracy", 0.5, Split.VALIDATION);
      run.endEpoch();
      epochs.incrementAndGet();
    }
  }

  /** How many epochs were trained. */
  long epochs() {
    return epochs.get();
  }

  /** How many epochs the store shows without all of their values. */
  int partialEpochs() {
    ResultTable partial =
        store.read(
            dataset ->
                SparqlEndpoint.local(dataset)
                    .select(QueryFactory.create(PARTIAL_EPOCHS.formatted(run.iri()))));
    return partial.rows().size();
  }

  @Override
  public void close() throws InterruptedException {
    ending = true;
    thread.join();
    run.close();
    capture.close();
  }
}
