package org.provdl.capture;

import java.util.concurrent.atomic.AtomicLong;
import org.jctools.queues.atomic.MpscUnboundedAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * The events of one run on their way to the journal. Offering never waits. Iterations are bounded
 * in number: beyond that they are dropped and counted; every other event is few and always has
 * room.
 *
 * <p>Thread-safe: any number of threads offer, one takes.
 */
final class EventQueue {

  /** Events that wait without a new array. */
  private static final int CHUNK = 4096;

  private final int iterationCapacity;
  private final MpscUnboundedAtomicArrayQueue<Event> events =
      new MpscUnboundedAtomicArrayQueue<>(CHUNK);
  private final AtomicLong dropped = new AtomicLong();

  EventQueue(int iterationCapacity) {
    this.iterationCapacity = iterationCapacity;
  }

  void offer(Event event) {
    if (event instanceof Event.IterationEnded && events.size() >= iterationCapacity) {
      dropped.incrementAndGet();
    } else {
      events.offer(event);
    }
  }

  /** The oldest event, taken out; null when there is none. */
  @Nullable Event poll() {
    return events.poll();
  }

  /** How many events wait; a moment later it may be another number. */
  int size() {
    return events.size();
  }

  /** How many iterations found no room since this was last asked. */
  long takeDropped() {
    return dropped.getAndSet(0);
  }
}
