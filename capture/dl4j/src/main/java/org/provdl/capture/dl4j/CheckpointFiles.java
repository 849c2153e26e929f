package org.provdl.capture.dl4j;

import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.optimize.listeners.Checkpoint;
import org.deeplearning4j.optimize.listeners.CheckpointListener;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.ModelFile;
import org.provdl.capture.Moment;
import org.provdl.capture.TrainingRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a run of the files that {@link CheckpointListener}s write, with their state, hash and size.
 * The training thread only looks whether there is a new one, which is one question to the file
 * system; a thread of its own reads it. A file that is deleted before it was read is left out.
 *
 * <p>Thread-safe.
 */
final class CheckpointFiles {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFiles.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long IDLE_SECONDS = 10;

  /** The file in which a listener lists its checkpoints. */
  private static final String RECORD = "checkpointInfo.txt";

  private final TrainingRun run;
  private final Guard guard;
  private final IdentityHashMap<CheckpointListener, Seen> seen = new IdentityHashMap<>();
  private final ThreadPoolExecutor reading =
      new ThreadPoolExecutor(
          1,
          1,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          CheckpointFiles::daemon);

  /** What is known of the files of one listener. */
  private static final class Seen {
    @Nullable File record;
    long length;
    int last = -1;
  }

  /**
   * Begins to watch.
   *
   * @param listeners those of the network, whose files so far belong to others
   */
  CheckpointFiles(TrainingRun run, Guard guard, Collection<TrainingListener> listeners) {
    this.run = run;
    this.guard = guard;
    reading.allowCoreThreadTimeOut(true);
    guard.run(() -> forEach(listeners, this::skip));
  }

  /** Looks for new files. Called on the training thread. */
  synchronized void look(Collection<TrainingListener> listeners) {
    forEach(listeners, this::look);
  }

  /** Waits until all files are read that there are. */
  void close() {
    reading.shutdown();
    try {
      if (!reading.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        int left = reading.shutdownNow().size() + 1;
        LOG.warn("{} checkpoint files were not read within {} and are left out.", left, PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(CheckpointListener listener, Seen files) {
    if (files.record == null) {
      files.record = record(listener);
    }
    if (files.record == null || files.record.length() == files.length) {
      return;
    }
    files.length = files.record.length();
    Moment now = run.now();
    for (Checkpoint checkpoint : listener.availableCheckpoints()) {
      if (checkpoint.getCheckpointNum() > files.last) {
        files.last = checkpoint.getCheckpointNum();
        Path file = new File(files.record.getParentFile(), checkpoint.getFilename()).toPath();
        Instant saved = Instant.ofEpochMilli(checkpoint.getTimestamp());
        Moment moment = new Moment(saved, now.epoch(), now.iteration());
        reading.execute(() -> guard.run(() -> tell(file, moment)));
      }
    }
  }

  private void skip(CheckpointListener listener, Seen files) {
    Checkpoint last = listener.lastCheckpoint();
    files.last = last == null ? -1 : last.getCheckpointNum();
  }

  private void tell(Path file, Moment moment) throws IOException {
    try {
      ModelFile model = ModelFile.of(file);
      if (model.parameters() != null) {
        run.checkpoint(model.parameters(), model.artifact(), moment);
      }
    } catch (NoSuchFileException deleted) {
      LOG.debug("The checkpoint {} was deleted before it was read.", file);
    }
  }

  /** Where a listener lists its files; null before the first. */
  private static @Nullable File record(CheckpointListener listener) {
    Checkpoint last = listener.lastCheckpoint();
    return last == null
        ? null
        : new File(listener.getFileForCheckpoint(last).getParentFile(), RECORD);
  }

  /** What to do with a listener. */
  @FunctionalInterface
  private interface Action {
    void on(CheckpointListener listener, Seen files);
  }

  private void forEach(Collection<TrainingListener> listeners, Action action) {
    for (TrainingListener listener : listeners) {
      if (listener instanceof CheckpointListener checkpoints) {
        action.on(checkpoints, seen.computeIfAbsent(checkpoints, unseen -> new Seen()));
      }
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "provdl-checkpoints");
    thread.setDaemon(true);
    return thread;
  }
}
