package org.provdl.capture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer: one daemon thread that looks into the queues of all runs, maps their events and
 * writes the quads in batches. It looks by itself every few milliseconds, so that offering an event
 * costs no wake-up.
 *
 * <p>While the sink fails, quads wait here up to a bound and events in their queues; both go out
 * when it works again.
 */
final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final Duration LOOK_INTERVAL = Duration.ofMillis(20);
  private static final Duration FIRST_RETRY = Duration.ofMillis(100);
  private static final Duration LAST_RETRY = Duration.ofSeconds(10);
  private static final int BATCH_QUADS = 10_000;

  /** One run on its way: where its events come from and what becomes of them. */
  private record Source(EventQueue queue, RunMapping mapping) {}

  private final QuadSink sink;
  private final Duration delay;
  private final Queue<Source> sources = new ConcurrentLinkedQueue<>();
  private final Queue<CompletableFuture<Void>> flushes = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::run, "provdl-writer");
  private volatile boolean closing;

  // Of the writer thread alone.
  private final List<Quad> batch = new ArrayList<>();
  private long batchStarted;
  private Duration retryDelay = Duration.ZERO;
  private long retryAt;

  Delivery(QuadSink sink, Duration delay) {
    this.sink = sink;
    this.delay = delay;
    thread.setDaemon(true);
    thread.start();
  }

  void add(EventQueue queue, RunMapping mapping) {
    sources.add(new Source(queue, mapping));
  }

  /** Whether all that was offered before this call was written in time. */
  boolean flush(Duration timeout) {
    CompletableFuture<Void> written = new CompletableFuture<>();
    flushes.add(written);
    LockSupport.unpark(thread);
    try {
      written.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    }
  }

  /** Writes what is left, within a time, and closes the sink. */
  void close(Duration timeout) {
    if (!flush(timeout)) {
      LOG.error(
          "The sink did not take all quads within {} of closing; what it did not take is lost.",
          timeout);
    }
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join(timeout.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closing) {
      try {
        step();
      } catch (RuntimeException | Error e) {
        LOG.error("The writer of provenance met a defect and goes on.", e);
      }
      LockSupport.parkNanos(LOOK_INTERVAL.toNanos());
    }
    try {
      sink.close();
    } catch (RuntimeException e) {
      LOG.error("The sink could not be closed.", e);
    }
  }

  private void step() {
    List<CompletableFuture<Void>> asked = takeFlushes();
    boolean taking = true;
    while (taking && fill()) {
      taking = write();
    }
    boolean due = !asked.isEmpty() || System.nanoTime() - batchStarted >= delay.toNanos();
    if (taking && (batch.isEmpty() || (due && write()))) {
      asked.forEach(flush -> flush.complete(null));
    } else {
      flushes.addAll(asked);
    }
  }

  private List<CompletableFuture<Void>> takeFlushes() {
    List<CompletableFuture<Void>> taken = new ArrayList<>();
    for (CompletableFuture<Void> flush = flushes.poll(); flush != null; flush = flushes.poll()) {
      taken.add(flush);
    }
    return taken;
  }

  /** Maps waiting events; true when the batch is full, false when the queues are empty. */
  private boolean fill() {
    for (Iterator<Source> iterator = sources.iterator(); iterator.hasNext(); ) {
      Source source = iterator.next();
      while (batch.size() < BATCH_QUADS) {
        Event event = source.queue().poll();
        if (event == null) {
          break;
        }
        map(event, source.mapping());
      }
      if (source.mapping().hasEnded()) {
        iterator.remove();
      }
    }
    return batch.size() >= BATCH_QUADS;
  }

  private void map(Event event, RunMapping mapping) {
    if (batch.isEmpty()) {
      batchStarted = System.nanoTime();
    }
    try {
      batch.addAll(mapping.map(event));
    } catch (RuntimeException e) {
      LOG.error("An event could not be mapped and is missing from the graph: {}", event, e);
    }
  }

  private boolean write() {
    if (!retryDelay.isZero() && System.nanoTime() - retryAt < 0) {
      return false;
    }
    try {
      sink.write(List.copyOf(batch));
    } catch (RuntimeException | Error e) {
      putOff(e);
      return false;
    }
    if (!retryDelay.isZero()) {
      LOG.info("The sink takes quads again.");
      retryDelay = Duration.ZERO;
    }
    batch.clear();
    return true;
  }

  private void putOff(Throwable cause) {
    if (retryDelay.isZero()) {
      LOG.warn(
          "The sink fails; training goes on and the quads are tried again until it works.", cause);
    }
    Duration longer = retryDelay.multipliedBy(2);
    retryDelay =
        longer.compareTo(FIRST_RETRY) < 0
            ? FIRST_RETRY
            : longer.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : longer;
    retryAt = System.nanoTime() + retryDelay.toNanos();
  }
}
