package org.provdl.capture;

import java.time.Instant;
import java.util.List;
import org.apache.jena.sparql.core.Quad;

/**
 * Maps the events of one journal to quads. The same events in the same order always give the same
 * quads.
 */
interface Mapping {

  /** The quads that an event adds to the graph; none after the end. */
  List<Quad> map(Event event);

  boolean hasEnded();

  /** The end of what was interrupted, for a journal that has none. */
  Event interruption(Instant time, String reason);
}
