package org.provdl.capture;

import java.time.Duration;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the journals, maps their events and writes the quads to the sink. What an event adds is in
 * one batch, so nobody sees half of an epoch. A batch goes out at once after a pause, else when it
 * is full or the pace allows.
 *
 * <p>While the sink fails, one batch waits in memory and all else in the journals. A journal is put
 * away when the sink has all of it.
 */
final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final QuadSink sink;
  private final Duration pace;
  private final boolean keepJournals;
  private final Deque<Consignment> consignments = new ConcurrentLinkedDeque<>();
  private final Worker worker = new Worker("provdl-delivery", this::step, this::closeSink);

  // Of the worker alone.
  private final QuadBatch batch = new QuadBatch();
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
  private boolean failing;
  private long retryAt;
  private long lastWrite;
  private boolean wrote;

  /**
   * A delivery that runs at once.
   *
   * @param pace the least time between the beginnings of two writes of batches that are not full
   */
  Delivery(QuadSink sink, Duration pace, boolean keepJournals) {
    this.sink = sink;
    this.pace = pace;
    this.keepJournals = keepJournals;
    worker.start();
  }

  /** Takes on a run that is being told. */
  void add(Consignment consignment) {
    consignments.addFirst(consignment);
  }

  /** Takes on a run that was left behind: after those that are told. */
  void addRecovered(Consignment consignment) {
    consignments.addLast(consignment);
  }

  /** Says that there is more in some journal. */
  void wake() {
    worker.wake();
  }

  /** Whether all that is in the journals was written in time. */
  boolean flush(Duration timeout) {
    return worker.flush(timeout);
  }

  /** Writes what is left within a time and closes the sink. Returns whether nothing is left. */
  boolean close(Duration timeout) {
    boolean all = worker.flush(timeout);
    return worker.close(timeout) && all;
  }

  private boolean step(boolean asked) {
    fill();
    while (!batch.isEmpty()) {
      if (!isDue(asked) || !write()) {
        return false;
      }
      fill();
    }
    consignments.removeIf(this::complete);
    return consignments.stream().allMatch(consignment -> consignment.replay().isAtEnd());
  }

  private void fill() {
    for (Consignment consignment : consignments) {
      if (batch.isFull()) {
        return;
      }
      consignment.replay().fill(batch);
    }
  }

  private boolean isDue(boolean asked) {
    return asked || batch.isFull() || !wrote || System.nanoTime() - lastWrite >= pace.toNanos();
  }

  private boolean write() {
    if (failing && System.nanoTime() - retryAt < 0) {
      return false;
    }
    lastWrite = System.nanoTime();
    wrote = true;
    try {
      sink.write(batch.quads());
    } catch (SinkException e) {
      return e.refused() ? writeEachRun() : putOff(e);
    } catch (RuntimeException | Error e) {
      return putOff(e);
    }
    return taken();
  }

  private boolean taken() {
    if (failing) {
      failing = false;
      backoff.reset();
      LOG.info("The sink {} takes quads again.", sink.destination());
    }
    batch.clear();
    return true;
  }

  private boolean putOff(Throwable cause) {
    Duration atLeast = cause instanceof SinkException e ? e.retryAfter() : Duration.ZERO;
    retryAt = System.nanoTime() + backoff.next(atLeast).toNanos();
    if (!failing) {
      failing = true;
      LOG.warn(
          "The sink {} fails; training goes on, and what it lacks stays in the journals until it works.",
          sink.destination(),
          cause);
    }
    return false;
  }

  /** Finds out which run the sink refuses, so that it does not hold up the others. */
  private boolean writeEachRun() {
    for (Collection<Quad> quads : byGraph(batch.quads())) {
      try {
        sink.write(List.copyOf(quads));
      } catch (SinkException e) {
        if (!e.refused()) {
          return putOff(e);
        }
        leave(quads.iterator().next().getGraph(), e);
      } catch (RuntimeException | Error e) {
        return putOff(e);
      }
    }
    return taken();
  }

  private static Collection<List<Quad>> byGraph(List<Quad> quads) {
    return quads.stream().collect(Collectors.groupingBy(Quad::getGraph)).values();
  }

  /** Gives up a run for now: its journal stays for a recovery. */
  private void leave(Node graph, SinkException cause) {
    consignments.removeIf(
        consignment -> {
          boolean refused = consignment.replay().graph().document().equals(graph);
          if (refused) {
            LOG.error(
                "The sink {} refuses the run {}; its journal is kept: {}",
                sink.destination(),
                graph,
                consignment.journal(),
                cause);
          }
          return refused;
        });
  }

  private boolean complete(Consignment consignment) {
    Replay replay = consignment.replay();
    if (!replay.hasEnded()) {
      return false;
    }
    if (replay.wasInterrupted()) {
      LOG.warn("Recovered {}", consignment.report());
    }
    consignment.complete(keepJournals);
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
