package org.provdl.capture;

import java.time.Duration;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.provdl.store.ProvenanceStore;

/**
 * Adds the runs of one store to another, or to a server: what processes without a common server
 * have recorded each for itself comes together.
 *
 * <p>Runs are written one after the other, in batches of bounded size, so that a store may be of
 * any size. A merge that was broken off leaves the first of them, the last perhaps in part. To
 * merge again is harmless. Not thread-safe.
 */
public final class Merge {

  /** A server that asks for a pause so often has other troubles. */
  private static final int MOST_ATTEMPTS = 60;

  private final QuadBatch batch = new QuadBatch();
  private final QuadSink sink;
  private long runs;
  private long quads;

  private Merge(QuadSink sink) {
    this.sink = sink;
  }

  /**
   * What was added, or was there already.
   *
   * @param runs how many runs the source holds
   * @param quads how many quads they are
   */
  public record Report(long runs, long quads) {

    /** One line for people. */
    @Override
    public String toString() {
      return "%d %s, %d quads".formatted(runs, runs == 1 ? "run" : "runs", quads);
    }
  }

  /**
   * Adds all runs of a store. Works on the calling thread and one of the store, and may take its
   * time; the store can be read and appended to meanwhile, and is merged as it was at the start.
   *
   * @param source the store, open; the caller closes it
   * @param target where its runs go; the caller closes it
   * @return what was added
   * @throws MergeException if the target fails
   * @throws IllegalArgumentException if the target is the source itself
   * @throws org.provdl.store.StoreException if the source is closed
   */
  public static Report of(ProvenanceStore source, QuadSink target) {
    if (target.destination().equals(QuadSink.store(source).destination())) {
      throw new IllegalArgumentException(
          "The store " + source.directory() + " cannot be merged into itself.");
    }
    return source.read(dataset -> new Merge(target).add(dataset));
  }

  private Report add(DatasetGraph source) {
    source.listGraphNodes().forEachRemaining(run -> addRun(run, source));
    write();
    return new Report(runs, quads);
  }

  private void addRun(Node run, DatasetGraph source) {
    runs++;
    source.find(run, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(this::add);
  }

  private void add(Quad quad) {
    quads++;
    batch.add(quad);
    if (batch.isFull()) {
      write();
    }
  }

  private void write() {
    List<Quad> taken = batch.take();
    boolean written = taken.isEmpty();
    for (int attempt = 1; !written; attempt++) {
      try {
        sink.write(taken);
        written = true;
      } catch (SinkException e) {
        if (e.retryAfter().isZero() || attempt == MOST_ATTEMPTS) {
          throw failed(e);
        }
        pause(e);
      } catch (RuntimeException e) {
        throw failed(e);
      }
    }
  }

  private void pause(SinkException unavailable) {
    Duration pause = unavailable.retryAfter();
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw failed(unavailable);
    }
  }

  private MergeException failed(RuntimeException cause) {
    return new MergeException(
        "%s failed: %s. Merge again when it works; what has arrived does no harm."
            .formatted(sink.destination(), cause.getMessage()),
        cause);
  }
}
