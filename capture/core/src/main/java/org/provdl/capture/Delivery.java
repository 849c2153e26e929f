package org.provdl.capture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the journals and maps their events to quads, which {@link SinkWriter} writes; meanwhile the
 * next batch is mapped. What an event adds is in one batch, so nobody sees half of an epoch. A
 * batch goes out at once after a pause, else when it is large or the pace allows.
 *
 * <p>While the sink fails, two batches wait in memory and all else in the journals. A journal is
 * put away when the sink has all of it.
 */
final class Delivery {

  /**
   * What was taken from the journals together, the runs of which nothing is left after it, and who
   * waits for it.
   */
  private record Shipment(List<Quad> quads, List<Consignment> ended, List<DeliveryGoal> reached) {}

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /** How exactly the pace is kept; whatever else there is to do wakes the thread. */
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final Duration pace;
  private final boolean keepJournals;
  private final String destination;
  private final Deque<Consignment> consignments = new ConcurrentLinkedDeque<>();
  private final Worker worker = new Worker("provdl-delivery", INTERVAL, this::step, () -> {});
  private final SinkWriter writer;
  private final Queue<DeliveryGoal> asked = new ConcurrentLinkedQueue<>();

  // Of the worker alone.
  private final QuadBatch batch = new QuadBatch();
  private final List<DeliveryGoal> goals = new ArrayList<>();
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
  private @Nullable Shipment shipment; // on its way, or to be sent again
  private @Nullable Writing writing;
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
    this.pace = pace;
    this.keepJournals = keepJournals;
    this.destination = sink.destination();
    this.writer = new SinkWriter(sink, worker::wake);
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

  /**
   * Whether all that was in the journals when this was called was written in time, whatever is told
   * meanwhile.
   */
  boolean flush(Duration timeout) {
    DeliveryGoal goal = new DeliveryGoal();
    asked.add(goal);
    worker.wake();
    return goal.await(timeout);
  }

  /** Writes what is left within a time and closes the sink. Returns whether nothing is left. */
  boolean close(Duration timeout) {
    boolean all = flush(timeout);
    boolean ended = worker.close(timeout);
    return writer.close(timeout) && ended && all;
  }

  private boolean step(boolean flushing) {
    settle();
    takeGoals();
    fill();
    if (isDue()) {
      send();
      fill();
    }
    if (shipment == null && batch.isEmpty()) {
      completeEnded();
      reachedGoals().forEach(DeliveryGoal::reach);
    }
    return goals.isEmpty();
  }

  private void takeGoals() {
    goals.removeIf(DeliveryGoal::isGivenUp);
    for (DeliveryGoal goal = asked.poll(); goal != null; goal = asked.poll()) {
      goal.set(consignments);
      goals.add(goal);
    }
  }

  /** Takes out the goals that need nothing more than what the batch holds. */
  private List<DeliveryGoal> reachedGoals() {
    List<DeliveryGoal> reached = goals.stream().filter(goal -> goal.isRead(consignments)).toList();
    goals.removeAll(reached);
    return reached;
  }

  private void fill() {
    for (Consignment consignment : consignments) {
      if (batch.isFull()) {
        return;
      }
      consignment.replay().fill(batch);
    }
  }

  private boolean isDue() {
    if (writing != null) {
      return false;
    }
    if (shipment != null) {
      return System.nanoTime() - retryAt >= 0;
    }
    return !batch.isEmpty()
        && (!goals.isEmpty()
            || batch.isLarge()
            || !wrote
            || System.nanoTime() - lastWrite >= pace.toNanos());
  }

  private void send() {
    Shipment next = shipment;
    if (next == null) {
      next = new Shipment(batch.take(), ended(), reachedGoals());
      shipment = next;
    }
    lastWrite = System.nanoTime();
    wrote = true;
    writing = writer.write(next.quads());
  }

  /** Sees what has become of the shipment. */
  private void settle() {
    Writing written = writing;
    Shipment sent = shipment;
    if (written == null || sent == null || !written.hasEnded()) {
      return;
    }
    writing = null;
    if (written.failure() == null) {
      shipment = null;
      taken(sent, written);
    } else {
      putOff(written.failure());
    }
  }

  private void taken(Shipment sent, Writing written) {
    if (failing) {
      failing = false;
      backoff.reset();
      LOG.info("The sink {} takes quads again.", destination);
    }
    written.refusals().forEach(this::leave);
    sent.ended().stream().filter(consignments::remove).forEach(this::complete);
    sent.reached().forEach(DeliveryGoal::reach);
  }

  private void putOff(@Nullable Throwable cause) {
    Duration atLeast = cause instanceof SinkException e ? e.retryAfter() : Duration.ZERO;
    retryAt = System.nanoTime() + backoff.next(atLeast).toNanos();
    if (!failing) {
      failing = true;
      LOG.warn(
          "The sink {} fails; training goes on, and what it lacks stays in the journals until it works.",
          destination,
          cause);
    }
  }

  /** Gives up a run for now, so that it holds up no other: its journal stays for a recovery. */
  private void leave(Node graph, SinkException cause) {
    consignments.removeIf(
        consignment -> {
          boolean refused = consignment.replay().graph().document().equals(graph);
          if (refused) {
            LOG.error(
                "The sink {} refuses the run {}; its journal is kept: {}",
                destination,
                graph,
                consignment.journal(),
                cause);
          }
          return refused;
        });
  }

  private List<Consignment> ended() {
    return consignments.stream().filter(consignment -> consignment.replay().hasEnded()).toList();
  }

  private void completeEnded() {
    ended().stream().filter(consignments::remove).forEach(this::complete);
  }

  private void complete(Consignment consignment) {
    if (consignment.replay().wasInterrupted()) {
      LOG.warn("Recovered {}", consignment.report());
    }
    consignment.complete(keepJournals);
  }
}
