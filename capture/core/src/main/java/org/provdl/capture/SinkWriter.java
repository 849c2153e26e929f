package org.provdl.capture;

import java.time.Duration;
import java.util.List;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the sink on a thread of its own, one batch at a time. */
final class SinkWriter {

  private static final Logger LOG = LoggerFactory.getLogger(SinkWriter.class);

  /** It is woken for each batch. */
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final QuadSink sink;
  private final Runnable written;
  private final Worker worker = new Worker("provdl-sink", INTERVAL, this::step, this::closeSink);
  private volatile @Nullable Writing writing;

  /**
   * A writer that runs at once.
   *
   * @param written called on its thread after each batch
   */
  SinkWriter(QuadSink sink, Runnable written) {
    this.sink = sink;
    this.written = written;
    worker.start();
  }

  /** Writes quads later; the batch before has been written. */
  Writing write(List<Quad> quads) {
    Writing next = new Writing(quads);
    writing = next;
    worker.wake();
    return next;
  }

  /** Closes the sink after the write that goes on. Returns whether that was in time. */
  boolean close(Duration timeout) {
    return worker.close(timeout);
  }

  private boolean step(boolean asked) {
    Writing next = writing;
    if (next != null) {
      writing = null;
      next.to(sink);
      written.run();
    }
    return true;
  }

  private void closeSink() {
    try {
      sink.close();
    } catch (RuntimeException e) {
      LOG.error("The sink {} could not be closed.", sink.destination(), e);
    }
  }
}
