package org.provdl.capture;

import java.io.IOException;

/** One run on its way into its journal. Not thread-safe. */
final class Recording {

  /** Bytes that wait for the disk at most; then events stay in their queue. */
  private static final int PENDING_BYTES = 1 << 20;

  private final EventQueue queue;
  private final Journal journal;
  private final EventFormat format;
  private final IterationBlock.Builder iterations = new IterationBlock.Builder();
  private boolean urgent;
  private boolean ended;
  private boolean published;

  Recording(EventQueue queue, Journal journal, EventFormat format) {
    this.queue = queue;
    this.journal = journal;
    this.format = format;
  }

  Journal journal() {
    return journal;
  }

  /** Takes events out of the queue, as far as there is room. Returns whether none was left. */
  boolean take() {
    return take(PENDING_BYTES);
  }

  private boolean take(int room) {
    boolean more = true;
    while (more && journal.pendingLength() < room) {
      Event event = queue.poll();
      more = event != null;
      if (event != null) {
        append(event);
      }
    }
    appendIterations();
    return !more;
  }

  private void append(Event event) {
    if (event instanceof Event.IterationEnded iteration) {
      iterations.add(iteration);
      if (iterations.isFull()) {
        appendIterations();
      }
    } else {
      appendIterations();
      journal.append(format.encode(event));
      urgent = true;
      ended |= event.endsJournal();
    }
  }

  private void appendIterations() {
    if (!iterations.isEmpty()) {
      journal.append(format.encode(iterations.take()));
    }
  }

  /** Whether an event was taken that must be on the disk at once. */
  boolean isUrgent() {
    return urgent;
  }

  /** Whether all that was taken is on the disk. */
  boolean isSynced() {
    return journal.pendingLength() == 0;
  }

  /** Whether this was not asked before. */
  boolean isNew() {
    boolean first = !published;
    published = true;
    return first;
  }

  /** Whether the last event was taken. */
  boolean hasEnded() {
    return ended;
  }

  void sync() throws IOException {
    journal.sync();
    urgent = false;
  }

  /** Leaves all that the disk has not taken in memory, for delivery. */
  void giveUp() {
    take(Integer.MAX_VALUE);
    journal.giveUp();
  }
}
