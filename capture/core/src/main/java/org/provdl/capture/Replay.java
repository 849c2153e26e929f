package org.provdl.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run on its way out of its journal: tells its events in order, as quads. The same journal
 * always gives the same quads.
 *
 * <p>Not thread-safe.
 */
final class Replay {

  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  private final JournalReader reader;
  private final RunGraph graph;
  private final Terms terms;
  private final boolean abandoned;
  private @Nullable Mapping mapping;
  private Instant lastTime = Instant.MIN;
  private long eventCount;
  private boolean ended;
  private boolean interrupted;

  /**
   * Begins with the header.
   *
   * @param abandoned whether the process of the run has gone: where the journal ends, the run was
   *     interrupted
   */
  Replay(JournalReader reader, Terms terms, boolean abandoned) {
    this.reader = reader;
    JournalHeader header = reader.header();
    this.graph = new RunGraph(header.base(), header.kind(), header.run());
    this.terms = terms;
    this.abandoned = abandoned;
  }

  /** Adds quads until the batch is full, or there is nothing more to read for now. */
  void fill(QuadBatch batch) {
    while (!ended && !batch.isFull()) {
      JournalEntry entry = reader.next();
      if (entry != null) {
        entry.forEach(event -> tell(event, batch));
      } else if (reader.damage() != null || (abandoned && reader.isAtEnd())) {
        interrupt(batch);
      } else {
        return;
      }
    }
  }

  /** Whether nothing more will ever come of this run. */
  boolean hasEnded() {
    return ended;
  }

  RunGraph graph() {
    return graph;
  }

  JournalReader reader() {
    return reader;
  }

  /** Whether the journal said no end, so that one was made up. */
  boolean wasInterrupted() {
    return interrupted;
  }

  long eventCount() {
    return eventCount;
  }

  /** The time of the latest event; null before the first. */
  @Nullable Instant lastTime() {
    return eventCount == 0 ? null : lastTime;
  }

  private void tell(Event event, QuadBatch batch) {
    eventCount++;
    lastTime = event.time().isAfter(lastTime) ? event.time() : lastTime;
    if (mapping == null) {
      mapping = begin(event);
    }
    if (mapping != null) {
      map(event, mapping, batch);
    }
  }

  /** The mapping for what begins so; null where nothing does. */
  private @Nullable Mapping begin(Event event) {
    String recorder = reader.header().recorder();
    if (event instanceof Event.RunStarted run) {
      return new RunMapping(graph, terms, run.description(), recorder);
    }
    return event instanceof Event.StudyStarted study
        ? new StudyMapping(graph, terms, study.description(), recorder)
        : null;
  }

  private void map(Event event, Mapping told, QuadBatch batch) {
    try {
      batch.addAll(told.map(event));
    } catch (RuntimeException e) {
      LOG.error("An event could not be mapped and is missing from the graph: {}", event, e);
    }
    ended = told.hasEnded();
  }

  private void interrupt(QuadBatch batch) {
    interrupted = true;
    ended = true;
    if (mapping != null) {
      String reason =
          reader.damage() == null
              ? "the process ended before the %s was closed"
                  .formatted(reader.header().kind().word())
              : "the journal is damaged: " + reader.damage();
      map(mapping.interruption(lastTime, reason), mapping, batch);
    }
  }
}
