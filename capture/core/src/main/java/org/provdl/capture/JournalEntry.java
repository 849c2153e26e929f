package org.provdl.capture;

import java.util.function.Consumer;

/** What one record of a journal holds: an event, or many in a row. */
sealed interface JournalEntry permits Event, IterationBlock {

  /** The events, in order. */
  void forEach(Consumer<Event> consumer);
}
