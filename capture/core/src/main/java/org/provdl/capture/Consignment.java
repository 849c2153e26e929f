package org.provdl.capture;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run on its way to the sink.
 *
 * @param directory holds its journal; null to leave the journal where it is
 * @param journal the file
 * @param replay what is in it
 */
record Consignment(@Nullable JournalDirectory directory, Path journal, Replay replay) {

  private static final Logger LOG = LoggerFactory.getLogger(Consignment.class);

  /** Puts the journal away: all that it can tell has been delivered. */
  void complete(boolean keep) {
    try {
      replay.reader().close();
      if (directory != null && replay.reader().damage() != null) {
        directory.putAside(journal);
      } else if (directory != null) {
        directory.retire(journal, keep);
      }
    } catch (IOException e) {
      LOG.warn(
          "The journal {} was delivered but cannot be put away; delivering it again is harmless: {}",
          journal,
          e.toString());
    }
  }

  /** Where the run was meant to go when it was told. */
  String destination() {
    return replay.reader().header().destination();
  }

  /** Lets go of the journal without a change. */
  void leave() {
    try {
      replay.reader().close();
    } catch (IOException e) {
      LOG.debug("The journal {} could not be closed.", journal, e);
    }
    LOG.info("The journal {} waits for {}; `provdl recover` delivers it.", journal, destination());
  }

  RecoveredRun report() {
    JournalReader reader = replay.reader();
    return new RecoveredRun(
        replay.graph().iri(),
        journal,
        replay.eventCount(),
        replay.lastTime(),
        replay.wasInterrupted(),
        reader.end() - reader.position(),
        reader.damage());
  }
}
