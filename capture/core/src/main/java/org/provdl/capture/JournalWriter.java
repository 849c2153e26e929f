package org.provdl.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the events of all runs to their journals: to the operating system as they come, to the
 * disk for certain at once where something else than an iteration was told, else after an interval.
 * A journal is announced once its beginning is on the disk.
 *
 * <p>A disk that fails is tried again; meanwhile events wait in their queues.
 */
final class JournalWriter {

  private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

  /** An event waits so long for the disk, and nobody pays for a wake-up. */
  private static final Duration INTERVAL = Duration.ofMillis(20);

  private static final Duration RETRY = Duration.ofMillis(500);

  private final Path place;
  private final Duration syncInterval;
  private final Consumer<Journal> announce;
  private final Runnable synced;
  private final Queue<Recording> recordings = new ConcurrentLinkedQueue<>();
  private final Worker worker = new Worker("provdl-journal", INTERVAL, this::step, () -> {});
  private volatile boolean givingUp;

  // Of the worker alone.
  private long lastSync = System.nanoTime();
  private boolean failing;
  private long retryAt;

  /**
   * A writer that runs at once.
   *
   * @param place where the journals are, for messages
   * @param announce called with each journal when it can be read
   * @param synced called when there is more to read in some journal
   */
  JournalWriter(Path place, Duration syncInterval, Consumer<Journal> announce, Runnable synced) {
    this.place = place;
    this.syncInterval = syncInterval;
    this.announce = announce;
    this.synced = synced;
    worker.start();
  }

  void add(Recording recording) {
    recordings.add(recording);
  }

  /** Whether all that was told before this call is on the disk in time. */
  boolean flush(Duration timeout) {
    return worker.flush(timeout);
  }

  /** Writes what is left within a time; what the disk will not take stays in memory to be read. */
  void close(Duration timeout) {
    if (!worker.flush(timeout)) {
      givingUp = true;
      worker.flush(timeout);
    }
    worker.close(timeout);
  }

  private boolean step(boolean asked) {
    boolean drained;
    do {
      drained = true;
      for (Recording recording : recordings) {
        drained &= recording.take();
      }
      try {
        write(asked || !drained);
      } catch (IOException e) {
        putOff(e);
        return givingUp && giveUp(e);
      }
    } while (!drained);
    return recordings.stream().allMatch(Recording::isSynced);
  }

  private void write(boolean hurry) throws IOException {
    if (failing && !givingUp && System.nanoTime() - retryAt < 0) {
      throw new IOException("not yet tried again");
    }
    for (Recording recording : recordings) {
      recording.journal().write();
    }
    if (hurry
        || recordings.stream().anyMatch(Recording::isUrgent)
        || System.nanoTime() - lastSync >= syncInterval.toNanos()) {
      sync();
    }
    if (failing) {
      failing = false;
      LOG.info("The journals in {} can be written again.", place);
    }
  }

  private void sync() throws IOException {
    for (Recording recording : recordings) {
      if (!recording.isSynced()) {
        recording.sync();
        publish(recording);
      }
    }
    lastSync = System.nanoTime();
  }

  private void publish(Recording recording) {
    if (recording.isNew()) {
      announce.accept(recording.journal());
    }
    synced.run();
    if (recording.hasEnded()) {
      recordings.remove(recording);
    }
  }

  private void putOff(IOException cause) {
    if (System.nanoTime() - retryAt >= 0 || !failing) {
      retryAt = System.nanoTime() + RETRY.toNanos();
    }
    if (!failing) {
      failing = true;
      LOG.warn(
          "The journals in {} cannot be written; training goes on, events wait in memory: {}",
          place,
          cause.toString());
    }
  }

  private boolean giveUp(IOException cause) {
    LOG.error(
        "The journals in {} still cannot be written; what they lack goes to the sink from memory, and is lost if it does not take it: {}",
        place,
        cause.toString());
    for (Recording recording : recordings) {
      recording.giveUp();
      publish(recording);
    }
    recordings.clear();
    return true;
  }
}
