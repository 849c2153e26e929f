package org.provdl.capture;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The events of one run on their way to the writer. Offering never waits. Iterations are bounded in
 * number: beyond that they are dropped and counted; every other event is few and always has room.
 *
 * <p>Thread-safe: any number of threads offer, one takes.
 */
final class EventQueue {

  private final int iterationCapacity;
  private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
  private final AtomicInteger iterations = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();

  EventQueue(int iterationCapacity) {
    this.iterationCapacity = iterationCapacity;
  }

  void offer(Event event) {
    if (event instanceof Event.IterationEnded && iterations.incrementAndGet() > iterationCapacity) {
      iterations.decrementAndGet();
      dropped.incrementAndGet();
      return;
    }
    events.add(event);
  }

  /** The oldest event, taken out; null when there is none. */
  @Nullable Event poll() {
    Event event = events.poll();
    if (event instanceof Event.IterationEnded) {
      iterations.decrementAndGet();
    }
    return event;
  }

  /** How many iterations found no room since this was last asked. */
  long takeDropped() {
    return dropped.getAndSet(0);
  }
}
