package org.provdl.capture;

import java.time.Duration;
import java.util.List;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes quads in batches of bounded size, and waits where a server asks for it. Not thread-safe.
 */
public final class PatientWriter {

  /** A server that asks for a pause so often has other troubles. */
  private static final int MOST_ATTEMPTS = 60;

  private final QuadBatch batch = new QuadBatch();
  private final QuadSink sink;
  private final String task;

  /**
   * Begins with nothing.
   *
   * @param sink where they go; the caller closes it
   * @param task what is to be done again after a failure, as a verb
   */
  public PatientWriter(QuadSink sink, String task) {
    this.sink = sink;
    this.task = task;
  }

  /**
   * Adds a quad, and writes what has been added when that is enough.
   *
   * @param quad without blank nodes, and of a named graph
   * @throws MergeException if the sink fails for good
   */
  public void add(Quad quad) {
    batch.add(quad);
    if (batch.isFull()) {
      write();
    }
  }

  /**
   * Writes what was added and is not written.
   *
   * @throws MergeException if the sink fails for good
   */
  public void write() {
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
        "%s failed: %s. %s again when it works; what has arrived does no harm."
            .formatted(sink.destination(), cause.getMessage(), task),
        cause);
  }
}
