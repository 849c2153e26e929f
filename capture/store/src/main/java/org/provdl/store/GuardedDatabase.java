package org.provdl.store;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database behind a gate, which mends what a failure may have broken.
 *
 * <p>{@link #ask} is called on the readers of the store, {@link #compact} and {@link
 * #prepareToClose} on its compactor, everything else on its one writer.
 */
final class GuardedDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedDatabase.class);

  private final Path directory;
  private final Disk disk;
  private final Database database;
  private final Compactor compactor;
  private final StoreThreads threads;
  private final DatabaseGate gate = new DatabaseGate();

  private final LongAdder commits = new LongAdder();
  private final LongAdder quadsAppended = new LongAdder();
  private final LongAdder quadsRemoved = new LongAdder();
  private final AtomicBoolean repairing = new AtomicBoolean();
  private volatile boolean suspect;

  /** Whether a transaction may be open that only {@link Database#reopen} ends. */
  private boolean torn;

  private boolean failing;

  /** Opens the database in a directory. */
  GuardedDatabase(Path directory, Compaction policy, StoreThreads threads) {
    this.directory = directory;
    this.disk = new Disk(directory);
    this.database = Database.open(directory);
    this.compactor = new Compactor(database, policy, gate, disk, threads, this::suspect);
    this.threads = threads;
  }

  boolean isClosed() {
    return gate.isClosed();
  }

  /** Makes a change; if that fails, once more after opening the database again. */
  void write(Change change) {
    disk.requireRoomFor(change);
    if (torn || !gate.share(() -> tryWrite(change))) {
      gate.alone(() -> replay(change));
    }
    failing = false;
    commits.increment();
    (change.growth() < 0 ? quadsRemoved : quadsAppended).add(change.size());
    compactor.changed(change);
  }

  private boolean tryWrite(Change change) {
    torn = true;
    try {
      database.write(change);
      torn = false;
      return true;
    } catch (Throwable failure) {
      if (!failing) {
        LOG.warn("Writing to the store {} failed; trying again", directory, failure);
      }
      failing = true;
      return false;
    }
  }

  private void replay(Change change) {
    try {
      database.reopen();
      disk.requireRoomFor(change);
      database.write(change);
      torn = false;
    } catch (Throwable failure) {
      throw failed("Cannot write to the store", failure);
    }
  }

  /** Asks inside a read transaction. */
  <T extends @Nullable Object> T ask(Function<? super DatasetGraph, ? extends T> question) {
    if (suspect) {
      repairLater();
    }
    return gate.share(
        () -> {
          try {
            return database.ask(question);
          } catch (RuntimeException | Error failure) {
            suspect(failure);
            throw failure;
          }
        });
  }

  private void suspect(Throwable failure) {
    boolean broken = true;
    try {
      broken = database.mayBeBrokenAfter(failure);
    } finally {
      if (broken) {
        suspect = true;
        repairLater();
      }
    }
  }

  private void repairLater() {
    if (repairing.compareAndSet(false, true)) {
      try {
        threads.writeLater(this::repair);
      } catch (Error memory) {
        repairing.set(false);
        throw memory;
      }
    }
  }

  private void repair() {
    repairing.set(false);
    if (suspect && !gate.isClosed()) {
      try {
        gate.alone(database::reopen);
        suspect = false;
      } catch (RuntimeException | Error failure) {
        LOG.warn("The store {} could not be opened again after a failed read", directory, failure);
      }
    }
  }

  /** Asks what takes long. A compaction that runs ends before, and none begins meanwhile. */
  <T extends @Nullable Object> T askAtLength(Function<? super DatasetGraph, ? extends T> question) {
    return compactor.withoutCompaction(() -> ask(question));
  }

  StoreStatistics statistics() {
    return gate.share(
        () ->
            new StoreStatistics(
                database.generation().bytes(),
                commits.sum(),
                quadsAppended.sum(),
                quadsRemoved.sum()));
  }

  /** Compacts. Reads and writes go on, and wait while the copy is taken into use. */
  Compacted compact() {
    return compactor.compact();
  }

  /** Compacts if that is worth it, and nothing after that. */
  void prepareToClose() {
    compactor.close();
  }

  /** Lets go of the database. */
  void close() {
    gate.alone(
        () -> {
          gate.close();
          database.generation().remember(compactor.live());
          database.close();
        });
  }

  private StoreException failed(String what, Throwable failure) {
    StoreException exception =
        new StoreException(
            "%s: %s. Check the disk of %s and try again.".formatted(what, failure, directory),
            failure);
    try {
      database.reopen();
      torn = false;
    } catch (RuntimeException | Error unopened) {
      exception.addSuppressed(unopened);
    }
    return exception;
  }
}
