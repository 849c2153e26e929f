package org.provdl.store;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database behind a gate, which mends what a failure may have broken and compacts in time.
 *
 * <p>{@link #ask} is called on the readers of the store, everything else on its one writer.
 */
final class GuardedDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedDatabase.class);

  private static final int ALL = Integer.MAX_VALUE;

  private final Path directory;
  private final Disk disk;
  private final Database database;
  private final Housekeeping housekeeping;
  private final Executor writer;

  /**
   * Shared by reads and appends; alone for replacing the database. Fair, so that all end. No
   * ReadWriteLock: where memory is short, that can fail with the lock taken.
   */
  private final Semaphore gate = new Semaphore(ALL, true);

  /** Held by snapshots together, or by a compaction, which they would hold up with all others. */
  private final Semaphore rewriting = new Semaphore(ALL, true);

  private final LongAdder commits = new LongAdder();
  private final LongAdder quadsAppended = new LongAdder();
  private final LongAdder quadsRemoved = new LongAdder();
  private final AtomicBoolean repairing = new AtomicBoolean();
  private volatile boolean suspect;

  /** Whether a transaction may be open that only {@link Database#reopen} ends. */
  private boolean torn;

  private boolean failing;
  private volatile boolean closed;

  /**
   * Opens the database in a directory.
   *
   * @param writer runs a task on the writer later
   */
  GuardedDatabase(Path directory, Compaction policy, Executor writer) {
    this.directory = directory;
    this.disk = new Disk(directory);
    this.database = Database.open(directory);
    this.housekeeping = new Housekeeping(policy, database.generation().rememberedLive());
    this.writer = writer;
  }

  boolean isClosed() {
    return closed;
  }

  /** Makes a change; if that fails, once more after opening the database again. */
  void write(Change change) {
    disk.requireRoomFor(change);
    if (torn || !share(() -> tryWrite(change))) {
      alone(() -> replay(change));
    }
    failing = false;
    housekeeping.changed(change.growth());
    commits.increment();
    (change.growth() < 0 ? quadsRemoved : quadsAppended).add(change.size());
    if (housekeeping.isDueWhileOpen(database.generation().bytes())) {
      writer.execute(this::compactIfStillDue);
    }
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

  private boolean replay(Change change) {
    try {
      database.reopen();
      disk.requireRoomFor(change);
      database.write(change);
      torn = false;
      return true;
    } catch (Throwable failure) {
      throw failed("Cannot write to the store", failure);
    }
  }

  /** Asks inside a read transaction. */
  <T extends @Nullable Object> T ask(Function<? super DatasetGraph, ? extends T> question) {
    if (suspect) {
      repairLater();
    }
    return share(
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
        writer.execute(this::repair);
      } catch (Error memory) {
        repairing.set(false);
        throw memory;
      }
    }
  }

  private void repair() {
    repairing.set(false);
    if (suspect && !closed) {
      try {
        alone(database::reopen);
        suspect = false;
      } catch (RuntimeException | Error failure) {
        LOG.warn("The store {} could not be opened again after a failed read", directory, failure);
      }
    }
  }

  /** Asks what takes long. A compaction that runs ends before, and none begins meanwhile. */
  <T extends @Nullable Object> T askAtLength(Function<? super DatasetGraph, ? extends T> question) {
    rewriting.acquireUninterruptibly();
    try {
      return ask(question);
    } finally {
      rewriting.release();
    }
  }

  StoreStatistics statistics() {
    return share(
        () ->
            new StoreStatistics(
                database.generation().bytes(),
                commits.sum(),
                quadsAppended.sum(),
                quadsRemoved.sum()));
  }

  /** Compacts. Reads go on while the copy is written, and wait while it is taken into use. */
  Compacted compact() {
    if (!rewriting.tryAcquire(ALL)) {
      throw new StoreException(
          "The store %s is being backed up. Compact it after that.".formatted(directory));
    }
    try {
      return compactNow();
    } finally {
      rewriting.release(ALL);
    }
  }

  private Compacted compactNow() {
    long before = share(() -> database.generation().bytes());
    disk.require(housekeeping.room(before));
    try {
      Generation copy = share(database::copy);
      alone(() -> database.goOnWith(copy));
    } catch (Throwable failure) {
      throw alone(() -> failed("Cannot compact the store", failure));
    }
    long after = database.generation().bytes();
    housekeeping.compacted(after);
    return new Compacted(before, after);
  }

  private void compactIfStillDue() {
    if (!closed
        && rewriting.availablePermits() == ALL // else after the append that comes next
        && housekeeping.isDueWhileOpen(database.generation().bytes())) {
      compactByItself();
    }
  }

  private void compactByItself() {
    try {
      Compacted done = compact();
      LOG.info(
          "Compacted the store {} from {} to {} bytes",
          directory,
          done.bytesBefore(),
          done.bytesAfter());
    } catch (RuntimeException | Error failure) {
      housekeeping.failed(database.generation().bytes());
      LOG.warn("The store {} grows, because it could not be compacted", directory, failure);
    }
  }

  /** Compacts if that is worth it, and lets go of the database. */
  void close() {
    if (housekeeping.isDueOnClose(database.generation().bytes())) {
      compactByItself();
    }
    alone(
        () -> {
          closed = true;
          Generation generation = database.generation();
          generation.remember(housekeeping.live(generation.bytes()));
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

  private <T extends @Nullable Object> T share(Supplier<T> task) {
    return behind(1, task);
  }

  private <T extends @Nullable Object> T alone(Supplier<T> task) {
    return behind(ALL, task);
  }

  private void alone(Runnable task) {
    this.<@Nullable Void>alone(
        () -> {
          task.run();
          return null;
        });
  }

  private <T extends @Nullable Object> T behind(int permits, Supplier<T> task) {
    gate.acquireUninterruptibly(permits);
    try {
      if (closed) {
        throw StoreException.closed();
      }
      return task.get();
    } finally {
      gate.release(permits);
    }
  }
}
